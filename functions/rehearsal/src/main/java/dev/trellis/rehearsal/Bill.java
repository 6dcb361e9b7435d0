package dev.trellis.rehearsal;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a rehearsal would have asked of AWS. Each message counts as a batch of its own, which is the
 * most that it can cost.
 *
 * @param calls of ports and queues, as {@link Counted} names them
 * @param minutes that the schedules would have ticked
 */
record Bill(Map<String, Long> calls, long minutes) {

  /** To send a message, to receive it and to delete it. */
  private static final int REQUESTS_PER_MESSAGE = 3;

  private static final int SCHEDULES = 2;

  /** What the tables charge for, as counted in checks/figures: write units and read units. */
  private static final Map<String, int[]> UNITS =
      Map.ofEntries(
          Map.entry("LeadStore.append", new int[] {4, 0}),
          Map.entry("LeadStore.names", new int[] {0, 2}),
          Map.entry("LeadStore.owners", new int[] {0, 2}),
          Map.entry("LeadStore.find", new int[] {0, 1}),
          Map.entry("PlacementStore.load", new int[] {0, 2}),
          Map.entry("PlacementStore.save", new int[] {2, 0}),
          Map.entry("EnrollmentStore.load", new int[] {0, 3}),
          Map.entry("EnrollmentStore.save", new int[] {2, 0}),
          Map.entry("EnrollmentStore.saveCounted", new int[] {6, 0}),
          Map.entry("Timers.set", new int[] {2, 0}), // and its deletion once it was told of
          Map.entry("MailLedger.load", new int[] {0, 3}),
          Map.entry("MailLedger.claim", new int[] {4, 0}),
          Map.entry("MailLedger.skip", new int[] {1, 0}),
          Map.entry("MailLedger.settle", new int[] {1, 0}),
          Map.entry("MailLedger.find", new int[] {0, 1}),
          Map.entry("Suppressions.add", new int[] {1, 0}));

  static Bill sum(Iterable<Map<String, Long>> all, long minutes) {
    var calls = new TreeMap<String, Long>();
    all.forEach(one -> one.forEach((name, count) -> calls.merge(name, count, Long::sum)));
    return new Bill(calls, minutes);
  }

  long mails() {
    return calls.getOrDefault("Mailer.send", 0L);
  }

  long messages() {
    return calls.entrySet().stream()
        .filter(call -> call.getKey().startsWith(Counted.QUEUE))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  long queueRequests() {
    return messages() * REQUESTS_PER_MESSAGE;
  }

  long writeUnits() {
    return units(0);
  }

  long readUnits() {
    return units(1);
  }

  long ticks() {
    return minutes * SCHEDULES;
  }

  double mailCost() {
    return mails() * Prices.MAIL;
  }

  double functionCost() {
    return messages() * invocation();
  }

  double queueCost() {
    return queueRequests() * Prices.QUEUE_REQUEST;
  }

  double tableCost() {
    return writeUnits() * Prices.WRITE_UNIT + readUnits() * Prices.READ_UNIT;
  }

  /** The same however many leads there are. */
  double tickCost() {
    return ticks() * (invocation() + Prices.SCHEDULED);
  }

  double total() {
    return mailCost() + functionCost() + queueCost() + tableCost() + tickCost();
  }

  private static double invocation() {
    return Prices.INVOCATION + Prices.GIGABYTES * Prices.SECONDS * Prices.GIGABYTE_SECOND;
  }

  private long units(int kind) {
    return calls.entrySet().stream()
        .filter(call -> UNITS.containsKey(call.getKey()))
        .mapToLong(call -> call.getValue() * UNITS.get(call.getKey())[kind])
        .sum();
  }
}
