package dev.trellis.checks.figures;

import module java.base;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * Units where DynamoDB rounds up item by item and the emulator only once for the whole request: the
 * published rule, or what the emulator says if that is more.
 */
final class Charge {

  private static final int WRITE_UNIT = 1024;
  private static final int READ_UNIT = 4096;

  private Charge() {}

  /** Each item that is written or checked costs twice what it would cost alone. */
  static double written(TransactWriteItemsRequest request, TransactWriteItemsResponse response) {
    var byRule = request.transactItems().stream().mapToInt(Charge::twice).sum();
    return Math.max(byRule, told(response.consumedCapacity()));
  }

  /** Of these writes the counts of pools and groups, and memberships. */
  static Map<String, Double> parts(TransactWriteItemsRequest request) {
    var parts = new TreeMap<String, Double>();
    for (var write : request.transactItems()) {
      if (write.update() != null && has(write.update().key(), "lead", "counts#")) {
        parts.merge("counts", (double) twice(write), Double::sum);
      } else if (write.put() != null
              && (has(write.put().item(), "item", "group#")
                  || has(write.put().item(), "item", "left#"))
          || write.delete() != null && has(write.delete().key(), "item", "group#")) {
        parts.merge("groups", (double) twice(write), Double::sum);
      }
    }
    return parts;
  }

  private static boolean has(Map<String, AttributeValue> item, String name, String start) {
    return item.containsKey(name) && item.get(name).s().startsWith(start);
  }

  /** Each item costs a write by itself; what is written in batches fits into one kilobyte. */
  static double written(BatchWriteItemRequest request, BatchWriteItemResponse response) {
    var byRule = request.requestItems().values().stream().mapToInt(List::size).sum();
    return Math.max(byRule, told(response.consumedCapacity()));
  }

  /**
   * Each key costs a read by itself, also one under which there is nothing; half of one where it
   * may be a moment old.
   */
  static double read(BatchGetItemRequest request, BatchGetItemResponse response) {
    var asked = request.requestItems().values().stream().mapToInt(k -> k.keys().size()).sum();
    var found = response.responses().values().stream().flatMap(List::stream).toList();
    var missing = asked - found.size();
    var byRule = missing + found.stream().mapToInt(item -> units(size(item), READ_UNIT)).sum();
    var isNow = request.requestItems().values().stream().allMatch(k -> k.consistentRead());
    return Math.max(isNow ? byRule : byRule / 2.0, told(response.consumedCapacity()));
  }

  /** A request for one item or one range costs a read, also if there is nothing. */
  static double read(ConsumedCapacity capacity) {
    return Math.max(1, capacity.capacityUnits());
  }

  private static int twice(TransactWriteItem write) {
    if (write.put() != null) {
      return 2 * units(size(write.put().item()), WRITE_UNIT);
    }
    if (write.conditionCheck() != null) {
      return 2; // of an item of one kilobyte at most: all that we check are
    }
    if (write.update() != null) {
      return 2; // of an item of one kilobyte at most: identities and counts
    }
    if (write.delete() != null) {
      return 2; // of an item of one kilobyte at most, such as a membership
    }
    throw new IllegalStateException("say what this write costs");
  }

  private static double told(List<ConsumedCapacity> tables) {
    return tables.stream().mapToDouble(Charge::ofTable).sum();
  }

  /** What the table itself took. */
  static double ofTable(ConsumedCapacity capacity) {
    var indexes = indexes(capacity).values().stream().mapToDouble(Double::doubleValue).sum();
    return capacity.capacityUnits() - indexes;
  }

  /** What each index took: an entry of one that is not looked at costs nothing. */
  static Map<String, Double> indexes(ConsumedCapacity capacity) {
    var indexes = new TreeMap<String, Double>();
    capacity
        .globalSecondaryIndexes()
        .forEach((name, units) -> indexes.put(name, units.capacityUnits()));
    return indexes;
  }

  private static int units(int bytes, int unit) {
    return Math.max(1, (bytes + unit - 1) / unit);
  }

  static int size(Map<String, AttributeValue> item) {
    return item.entrySet().stream().mapToInt(e -> size(e.getKey()) + size(e.getValue())).sum();
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> size(value.s());
      case N -> value.n().length() / 2 + 2;
      case B -> value.b().asByteArrayUnsafe().length;
      case SS -> value.ss().stream().mapToInt(Charge::size).sum();
      default -> throw new IllegalStateException("say how large " + value.type() + " is");
    };
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
