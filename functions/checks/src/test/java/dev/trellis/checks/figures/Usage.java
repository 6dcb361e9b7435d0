package dev.trellis.checks.figures;

import module java.base;

/**
 * What a function asked of AWS.
 *
 * @param messagesTaken that it was given: messages of its queue, requests or ticks
 * @param batches from its queue; 0 if it has none
 * @param calls API requests by service and operation
 * @param parts how many of the write units each index took, and each kind of item that is told
 *     apart
 */
record Usage(
    int messagesTaken,
    int batches,
    SortedMap<String, Integer> calls,
    double writeUnits,
    SortedMap<String, Double> parts,
    double readUnits,
    int messagesSent) {

  static final Usage NONE = new Usage(0, 0, new TreeMap<>(), 0, new TreeMap<>(), 0, 0);

  Usage {
    calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  static Usage sum(Collection<Usage> usages) {
    return usages.stream().reduce(NONE, Usage::plus);
  }

  Usage plus(Usage other) {
    var sum = new TreeMap<>(calls);
    other.calls.forEach((operation, count) -> sum.merge(operation, count, Integer::sum));
    var allParts = new TreeMap<>(parts);
    other.parts.forEach((part, units) -> allParts.merge(part, units, Double::sum));
    return new Usage(
        messagesTaken + other.messagesTaken,
        batches + other.batches,
        sum,
        writeUnits + other.writeUnits,
        allParts,
        readUnits + other.readUnits,
        messagesSent + other.messagesSent);
  }

  int callsInAll() {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  int calls(String operation) {
    return calls.getOrDefault(operation, 0);
  }

  /** Requests that put messages into queues. */
  int sends() {
    return calls("Sqs SendMessageBatch") + calls("Sqs SendMessage");
  }

  /** What Lambda asks of SQS for us, and bills: each batch is received once and deleted once. */
  int pollerRequests() {
    return 2 * batches;
  }
}
