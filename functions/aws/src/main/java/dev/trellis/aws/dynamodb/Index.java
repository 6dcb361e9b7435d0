package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.port.Listing.Chunk;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An index over a table, which may be a moment behind it.
 *
 * @param partition the attribute that names a partition
 * @param sort the attribute by which a partition is sorted
 */
record Index(
    DynamoDbClient client,
    String table,
    String name,
    String partition,
    String sort,
    boolean descending) {

  /** Comes before every place. */
  private static final String START = "\0";

  /** Comes after everything that begins as it does. */
  private static final String END = Character.toString(Character.MAX_CODE_POINT);

  /**
   * Some items of a partition whose place begins with the prefix, in order.
   *
   * @param place after which they come, or null
   */
  Chunk<Item> after(String value, String prefix, String place, int most) {
    var low = place == null || descending ? prefix.isEmpty() ? START : prefix : place + START;
    var high = place == null || !descending ? prefix + END : before(place);
    var answer =
        client.query(query ->
            query
                .tableName(table)
                .indexName(name)
                .scanIndexForward(!descending)
                .limit(most)
                .keyConditionExpression("#p = :p AND #s BETWEEN :low AND :high")
                .expressionAttributeNames(Map.of("#p", partition, "#s", sort))
                .expressionAttributeValues(
                    Map.of(
                        ":p", AttributeValue.fromS(value),
                        ":low", AttributeValue.fromS(low),
                        ":high", AttributeValue.fromS(high))));
    return new Chunk<>(
        answer.items().stream().map(Item::new).toList(), answer.hasLastEvaluatedKey());
  }

  // The greatest text before a place: places end in an id, which has no such characters.
  private static String before(String place) {
    int last = place.length() - 1;
    return place.substring(0, last) + (char) (place.charAt(last) - 1) + END;
  }
}
