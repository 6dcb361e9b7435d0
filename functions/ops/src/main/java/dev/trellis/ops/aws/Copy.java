package dev.trellis.ops.aws;

import module java.base;

import dev.trellis.aws.SideBySide;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * A table as it was at an earlier moment, beside the one it is a copy of. It brings back what is
 * missing there: what stands there is newer, and stays.
 */
record Copy(DynamoDbClient client, String copy, String table, String key) {

  /**
   * Everything that is missing, in no order.
   *
   * @param as what an item comes back as
   * @return how much came back
   */
  long fill(UnaryOperator<Map<String, AttributeValue>> as) {
    return client.scanPaginator(scan -> scan.tableName(copy).consistentRead(true)).stream()
        .mapToLong(page -> fill(page.items(), as))
        .sum();
  }

  /** What is missing of one partition. */
  long fill(String partition) {
    return fill(partition, _ -> true);
  }

  /** The same, but for the item of a lead's partition that is called so. */
  long fill(String partition, String but) {
    return fill(partition, item -> !item.get("item").s().equals(but));
  }

  private long fill(String partition, Predicate<Map<String, AttributeValue>> which) {
    return fill(
        client
            .queryPaginator(query ->
                query
                    .tableName(copy)
                    .consistentRead(true)
                    .keyConditionExpression("#p = :p")
                    .expressionAttributeNames(Map.of("#p", key))
                    .expressionAttributeValues(Map.of(":p", AttributeValue.fromS(partition))))
            .items()
            .stream()
            .filter(which)
            .toList(),
        item -> item);
  }

  /** One item. */
  boolean fill(Map<String, AttributeValue> key) {
    var item = client.getItem(get -> get.tableName(copy).key(key).consistentRead(true));
    return item.hasItem() && put(item.item());
  }

  private long fill(
      List<Map<String, AttributeValue>> items, UnaryOperator<Map<String, AttributeValue>> as) {
    return SideBySide.ask(items, item -> put(as.apply(item))).stream()
        .filter(Boolean::booleanValue)
        .count();
  }

  private boolean put(Map<String, AttributeValue> item) {
    try {
      client.putItem(put ->
          put.tableName(table)
              .item(item)
              .conditionExpression("attribute_not_exists(#k)")
              .expressionAttributeNames(Map.of("#k", key)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }
}
