package dev.trellis.checks.figures;

import java.util.TreeMap;
import java.util.concurrent.Callable;

/** What one thread asks of AWS within {@link #during}; nothing is counted outside. */
final class Meter {

  private static final ScopedValue<Meter> BOUND = ScopedValue.newInstance();

  private final TreeMap<String, Integer> calls = new TreeMap<>();
  private double writeUnits;
  private double readUnits;
  private int messagesSent;

  /** True if someone counts what this thread does. */
  static boolean isRunning() {
    return BOUND.isBound();
  }

  static Meter current() {
    return BOUND.get();
  }

  /** Counts the AWS requests of this work. */
  void during(Callable<?> work) throws Exception {
    ScopedValue.where(BOUND, this).call(work::call);
  }

  /** One request sent, be it a first try or a repeated one. */
  void called(String operation) {
    calls.merge(operation, 1, Integer::sum);
  }

  void wrote(double units) {
    writeUnits += units;
  }

  void read(double units) {
    readUnits += units;
  }

  void sent(int messages) {
    messagesSent += messages;
  }

  Usage usage(int messagesTaken, int batches) {
    return new Usage(messagesTaken, batches, calls, writeUnits, readUnits, messagesSent);
  }
}
