package dev.trellis.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import module java.base;

import dev.trellis.local.template.Table;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbEmulatorTest {

  private static final Table LEADS =
      new Table(
          "LeadsTable", "leads", Map.of("mark", "S"), new Table.Key("mark", null), List.of(), null);

  private static final String ABSENT = "attribute_not_exists(mark)";

  @TempDir private Path folder;

  @Test
  void keepsWhatWasWrittenForTheNextStart() throws IOException {
    try (var emulator = start()) {
      put(emulator.client(), "L1");
    }
    try (var emulator = start()) {
      assertThat(leads(emulator.client())).isEqualTo(1);
    }
  }

  @Test
  void aTableOfAnEarlierStartGetsTheIndexesItLacksAndKeepsWhatItHolds() throws IOException {
    try (var emulator = start()) {
      put(emulator.client(), "L1");
    }
    var byMark = new Table.Index("byMark", new Table.Key("mark", null), "ALL", List.of());
    var indexed =
        new Table("LeadsTable", "leads", LEADS.attributes(), LEADS.key(), List.of(byMark), null);
    for (int start = 0; start < 2; start++) {
      try (var emulator = DynamoDbEmulator.start(folder, List.of(indexed))) {
        var found =
            emulator
                .client()
                .query(query ->
                    query
                        .tableName("leads")
                        .indexName("byMark")
                        .keyConditionExpression("mark = :l")
                        .expressionAttributeValues(Map.of(":l", AttributeValue.fromS("L1"))));
        assertThat(found.items()).containsExactly(item("L1"));
      }
    }
  }

  @Test
  void whereverThatIsEndedNothingIsLost() throws IOException {
    var indexed =
        new Table(
            "LeadsTable",
            "leads",
            LEADS.attributes(),
            LEADS.key(),
            List.of(new Table.Index("byMark", new Table.Key("mark", null), "ALL", List.of())),
            null);
    for (int step = 1; step <= 10; step++) {
      var own = folder.resolve("ended-" + step);
      try (var emulator = DynamoDbEmulator.start(own, List.of(LEADS))) {
        put(emulator.client(), "L1");
        put(emulator.client(), "L2");
        var ended = endingAt(step, emulator.client());
        try {
          TemplateTables.create(List.of(indexed), ended);
          assertThat(step).as("two copies of two items, and two tables").isGreaterThan(8);
        } catch (IllegalStateException e) {
          assertThat(e).hasMessage("ended");
        }
      }
      try (var emulator = DynamoDbEmulator.start(own, List.of(indexed))) {
        assertThat(leads(emulator.client())).as("ended at step " + step).isEqualTo(2);
        assertThat(emulator.client().listTables().tableNames()).containsExactly("leads");
      }
    }
  }

  private static DynamoDbClient endingAt(int step, DynamoDbClient client) {
    var changes = new AtomicInteger();
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbEmulatorTest.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> {
              var isChange = method.getName().matches("(create|delete)Table|putItem");
              if (isChange && changes.incrementAndGet() == step) {
                throw new IllegalStateException("ended");
              }
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void refusesAsTheSdkDoes() throws IOException {
    try (var emulator = start()) {
      var client = emulator.client();
      put(client, "L1");
      assertThatThrownBy(() -> put(client, "L1"))
          .isInstanceOf(ConditionalCheckFailedException.class);
      assertThatThrownBy(() -> together(client, "L2", "L1"))
          .isInstanceOfSatisfying(
              TransactionCanceledException.class,
              e ->
                  assertThat(e.cancellationReasons())
                      .extracting(reason -> reason.code())
                      .containsExactly("None", "ConditionalCheckFailed"));
      assertThat(leads(client)).isEqualTo(1);
    }
  }

  @Test
  void answersManyAtTheSameTime() throws IOException {
    try (var emulator = start()) {
      var client = emulator.client();
      var writers =
          IntStream.range(0, 8)
              .mapToObj(n ->
                  CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 20; i++) {
                      together(client, "L" + n + "." + i, "M" + n + "." + i);
                    }
                  }))
              .toArray(CompletableFuture[]::new);
      assertTimeoutPreemptively(
          Duration.ofSeconds(30), () -> CompletableFuture.allOf(writers).join());
      assertThat(leads(client)).isEqualTo(320);
    }
  }

  private DynamoDbEmulator start() throws IOException {
    return DynamoDbEmulator.start(folder, List.of(LEADS));
  }

  private static void put(DynamoDbClient client, String lead) {
    client.putItem(put -> put.tableName("leads").item(item(lead)).conditionExpression(ABSENT));
  }

  private static void together(DynamoDbClient client, String... leads) {
    var writes =
        List.of(leads).stream()
            .map(lead ->
                TransactWriteItem.builder()
                    .put(put -> put.tableName("leads").item(item(lead)).conditionExpression(ABSENT))
                    .build())
            .toList();
    client.transactWriteItems(write -> write.transactItems(writes));
  }

  private static Map<String, AttributeValue> item(String lead) {
    return Map.of("mark", AttributeValue.fromS(lead));
  }

  private static long leads(DynamoDbClient client) {
    return client.scanPaginator(scan -> scan.tableName("leads")).items().stream().count();
  }
}
