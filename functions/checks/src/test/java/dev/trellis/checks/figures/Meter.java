package dev.trellis.checks.figures;

import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * What one thread, and those that it starts, ask of AWS within {@link #during}; nothing is counted
 * outside.
 */
final class Meter {

  private static final ThreadLocal<Meter> BOUND = new InheritableThreadLocal<>();

  private final TreeMap<String, Integer> calls = new TreeMap<>();
  private final TreeMap<String, Double> parts = new TreeMap<>();
  private double writeUnits;
  private double readUnits;
  private int messagesSent;

  /** True if someone counts what this thread does. */
  static boolean isRunning() {
    return BOUND.get() != null;
  }

  static Meter current() {
    return BOUND.get();
  }

  /** Counts the AWS requests of this work. */
  void during(Callable<?> work) throws Exception {
    BOUND.set(this);
    try {
      work.call();
    } finally {
      BOUND.remove();
    }
  }

  /** One request sent, be it a first try or a repeated one. */
  synchronized void called(String operation) {
    calls.merge(operation, 1, Integer::sum);
  }

  synchronized void wrote(double units) {
    writeUnits += units;
  }

  /** What an index took of a write: part of what was written. */
  synchronized void indexed(String index, double units) {
    writeUnits += units;
    toldApart("index " + index, units);
  }

  /** What a part took of what was written. */
  synchronized void toldApart(String part, double units) {
    if (units > 0) {
      parts.merge(part, units, Double::sum);
    }
  }

  synchronized void read(double units) {
    readUnits += units;
  }

  synchronized void sent(int messages) {
    messagesSent += messages;
  }

  Usage usage(int messagesTaken, int batches) {
    return new Usage(messagesTaken, batches, calls, writeUnits, parts, readUnits, messagesSent);
  }
}
