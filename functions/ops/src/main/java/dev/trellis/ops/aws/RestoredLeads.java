package dev.trellis.ops.aws;

import module java.base;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The leads that were brought back and of whose mails nobody has decided yet, beside the timers.
 */
public record RestoredLeads(DynamoDbClient client, String timersTable) {

  private static final String BUCKET = "restored";

  void add(String lead) {
    client.putItem(put -> put.tableName(timersTable).item(key(lead)));
  }

  /** Some of them; none once all are decided. */
  public List<String> some() {
    return client
        .query(query ->
            query
                .tableName(timersTable)
                .consistentRead(true)
                .limit(100)
                .keyConditionExpression("#b = :b")
                .expressionAttributeNames(Map.of("#b", "bucket"))
                .expressionAttributeValues(Map.of(":b", AttributeValue.fromS(BUCKET))))
        .items()
        .stream()
        .map(item -> item.get("timer").s())
        .toList();
  }

  /** Somebody has decided. */
  public void remove(String lead) {
    client.deleteItem(delete -> delete.tableName(timersTable).key(key(lead)));
  }

  private static Map<String, AttributeValue> key(String lead) {
    return Map.of("bucket", AttributeValue.fromS(BUCKET), "timer", AttributeValue.fromS(lead));
  }
}
