package dev.trellis.checks.figures;

import module java.base;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * The table of timers in memory, for as many as the emulator takes hours for; that the emulator
 * does the same is held by the contract of timers. There are no leads.
 */
final class QuickTimers implements DynamoDbClient {

  private final Map<String, NavigableMap<String, Map<String, AttributeValue>>> buckets =
      new ConcurrentHashMap<>();

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return GetItemResponse.builder()
        .item(bucket(request.key()).get(request.key().get("timer").s()))
        .build();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    put(request.item());
    return PutItemResponse.builder().build();
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    request.requestItems().values().stream()
        .flatMap(List::stream)
        .map(write -> write.deleteRequest().key())
        .forEach(key -> bucket(key).remove(key.get("timer").s()));
    return BatchWriteItemResponse.builder().unprocessedItems(Map.of()).build();
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var asked = request.expressionAttributeValues();
    if (!asked.containsKey(":to") && !asked.containsKey(":end")) {
      return QueryResponse.builder().items(List.of()).build(); // nobody has built a group
    }
    var found =
        bucket(Map.of("bucket", asked.get(":p")))
            .subMap(from(asked), true, to(asked), asked.containsKey(":to"))
            .values()
            .stream()
            .limit(request.limit())
            .toList();
    var answer = QueryResponse.builder().items(found);
    return (found.size() < request.limit() ? answer : answer.lastEvaluatedKey(found.getLast()))
        .build();
  }

  private static String from(Map<String, AttributeValue> asked) {
    return asked.containsKey(":from") ? asked.get(":from").s() : "";
  }

  private static String to(Map<String, AttributeValue> asked) {
    return asked.getOrDefault(":to", asked.get(":end")).s();
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return ScanResponse.builder().items(List.of()).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private void put(Map<String, AttributeValue> item) {
    bucket(item).put(item.get("timer").s(), item);
  }

  private NavigableMap<String, Map<String, AttributeValue>> bucket(
      Map<String, AttributeValue> key) {
    return buckets.computeIfAbsent(key.get("bucket").s(), _ -> new ConcurrentSkipListMap<>());
  }
}
