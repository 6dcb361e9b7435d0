package dev.trellis.checks.story;

import module java.base;

import dev.trellis.local.emulator.DynamoDbEmulator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The tables of a town that stands still, as AWS restores them to a point in time, and losing them.
 */
record PointInTime(Path state) {

  private static final Map<String, List<String>> KEYS =
      Map.of(
          "LeadsTable", List.of("lead", "item"),
          "IdentitiesTable", List.of("identity"),
          "AccountsTable", List.of("account", "item"),
          "SuppressionsTable", List.of("address"),
          "GroupsTable", List.of("kind", "group"),
          "QuarantineTable", List.of("message"),
          "TimersTable", List.of("bucket", "timer"),
          "AuditTable", List.of("day", "at"));

  /** Copies tables as they are now to others behind whose name stands {@code -then}. */
  void copy() throws IOException {
    open(client -> {
      for (var table : KEYS.keySet()) {
        create(client, table + "-then", KEYS.get(table));
        for (var item : client.scanPaginator(scan -> scan.tableName(table)).items()) {
          client.putItem(put -> put.tableName(table + "-then").item(item));
        }
      }
    });
  }

  /** Deletes all that the tables hold; the answer is how many items that were. */
  int lose() throws IOException {
    var lost = new AtomicInteger();
    open(client ->
        KEYS.forEach((table, names) -> {
          for (var item : client.scanPaginator(scan -> scan.tableName(table)).items()) {
            var key = new TreeMap<>(item);
            key.keySet().retainAll(names);
            client.deleteItem(delete -> delete.tableName(table).key(key));
            lost.incrementAndGet();
          }
        }));
    return lost.get();
  }

  private void open(Consumer<DynamoDbClient> work) throws IOException {
    try (var emulator = DynamoDbEmulator.start(state.resolve("dynamodb"), List.of())) {
      work.accept(emulator.client());
    }
  }

  private static void create(DynamoDbClient client, String table, List<String> keys) {
    client.createTable(create ->
        create
            .tableName(table)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                keys.stream()
                    .map(key ->
                        AttributeDefinition.builder()
                            .attributeName(key)
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .toList())
            .keySchema(
                keys.stream()
                    .map(key ->
                        KeySchemaElement.builder()
                            .attributeName(key)
                            .keyType(key.equals(keys.getFirst()) ? KeyType.HASH : KeyType.RANGE)
                            .build())
                    .toList()));
  }
}
