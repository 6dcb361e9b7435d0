package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.aws.SideBySide;
import dev.trellis.core.port.Attempt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * One table. Every read is complete, or it throws, and strongly consistent but for those called
 * {@code lately}.
 */
record Table(DynamoDbClient client, String name, ReadAhead ahead) {

  static final int MOST_KEYS = 100;
  private static final int MOST_WRITES = 25;

  Table(DynamoDbClient client, String name) {
    this(client, name, new ReadAhead());
  }

  /** What became of a conditional write; {@code standing} is the item in its way, if any. */
  record Outcome(boolean written, Optional<Item> standing) {}

  /**
   * Reads the items of these keys now, in few requests; whoever asks for one of them next gets it
   * without a request, once.
   *
   * @return what is there
   */
  List<Item> readAhead(Collection<Item> keys) {
    ahead.keep(Map.of());
    var found = request(keys);
    var items = new HashMap<Item, Optional<Item>>();
    keys.forEach(key -> items.put(key, Optional.empty()));
    for (var item : found) {
      keys.stream().filter(item::has).forEach(key -> items.put(key, Optional.of(item)));
    }
    ahead.keep(items);
    return found;
  }

  Optional<Item> get(Item key) {
    var known = ahead.take(List.of(key));
    if (known.isPresent()) {
      return known.get().stream().findFirst();
    }
    var answer =
        client.getItem(get -> get.tableName(name).key(key.attributes()).consistentRead(true));
    return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
  }

  /** The items of these keys, in no order; one request unless there are more than a hundred. */
  List<Item> all(Collection<Item> keys) {
    return ahead.take(keys).orElseGet(() -> request(keys));
  }

  /** As {@link #all}, perhaps as they stood a moment ago, for half the price. */
  List<Item> lately(Collection<Item> keys) {
    return request(keys, false);
  }

  private List<Item> request(Collection<Item> keys) {
    return request(keys, true);
  }

  private List<Item> request(Collection<Item> keys, boolean isNow) {
    var distinct = new LinkedHashSet<Map<String, AttributeValue>>();
    keys.forEach(key -> distinct.add(key.attributes()));
    var waiting = new ArrayList<>(distinct);
    var found = new ArrayList<Item>();
    for (int from = 0; from < waiting.size(); from += MOST_KEYS) {
      read(waiting.subList(from, Math.min(from + MOST_KEYS, waiting.size())), isNow, found);
    }
    return found;
  }

  private void read(List<Map<String, AttributeValue>> keys, boolean isNow, List<Item> found) {
    var asked = Map.of(name, KeysAndAttributes.builder().keys(keys).consistentRead(isNow).build());
    for (var attempt = Attempt.first("keys of " + name); ; attempt = attempt.next()) {
      var request = asked;
      var answer = client.batchGetItem(get -> get.requestItems(request));
      answer.responses().getOrDefault(name, List.of()).forEach(item -> found.add(new Item(item)));
      if (answer.unprocessedKeys().isEmpty()) {
        return;
      }
      asked = Map.copyOf(answer.unprocessedKeys());
    }
  }

  /** All items of one partition whose sort key lies in a range, in order. */
  List<Item> between(Item partition, String sortName, String from, String to) {
    return query(
        partition,
        " AND #s BETWEEN :from AND :to",
        Map.of("#s", sortName),
        Map.of(":from", from, ":to", to));
  }

  /** As {@link #between}, perhaps as they stood a moment ago, for half the price. */
  List<Item> lately(Item partition, String sortName, String from, String to) {
    var query =
        asking(
                partition,
                " AND #s BETWEEN :from AND :to",
                Map.of("#s", sortName),
                Map.of(":from", from, ":to", to))
            .consistentRead(false)
            .build();
    return client.queryPaginator(query).items().stream().map(Item::new).toList();
  }

  /** The first items of one partition whose sort key comes before the end, in order. */
  List<Item> first(Item partition, String sortName, String end, int most) {
    var hash = partition.attributes().entrySet().iterator().next();
    return client
        .queryPaginator(query ->
            query
                .tableName(name)
                .consistentRead(true)
                .limit(most)
                .keyConditionExpression("#p = :p AND #s < :end")
                .expressionAttributeNames(Map.of("#p", hash.getKey(), "#s", sortName))
                .expressionAttributeValues(
                    Map.of(":p", hash.getValue(), ":end", AttributeValue.fromS(end))))
        .items()
        .stream()
        .limit(most)
        .map(Item::new)
        .toList();
  }

  /**
   * The last items of one partition, in descending order.
   *
   * @param before the sort key before which they come, or null for the very last
   */
  Page last(Item partition, String sortName, String before, int most) {
    var query =
        before == null
            ? asking(partition, "", Map.of(), Map.of())
            : asking(
                partition, " AND #s < :before", Map.of("#s", sortName), Map.of(":before", before));
    var answer = client.query(query.scanIndexForward(false).limit(most).build());
    return new Page(answer.items().stream().map(Item::new).toList(), answer.hasLastEvaluatedKey());
  }

  /** How many items one partition has. */
  int count(Item partition) {
    var hash = partition.attributes().entrySet().iterator().next();
    return client
        .queryPaginator(query ->
            query
                .tableName(name)
                .select(Select.COUNT)
                .keyConditionExpression("#p = :p")
                .expressionAttributeNames(Map.of("#p", hash.getKey()))
                .expressionAttributeValues(Map.of(":p", hash.getValue())))
        .stream()
        .mapToInt(QueryResponse::count)
        .sum();
  }

  /** All items of one partition whose sort key starts with the prefix, in order. */
  List<Item> startingWith(Item partition, String sortName, String prefix) {
    return query(
        partition,
        " AND begins_with(#s, :prefix)",
        Map.of("#s", sortName),
        Map.of(":prefix", prefix));
  }

  private List<Item> query(
      Item partition, String range, Map<String, String> sortName, Map<String, String> arguments) {
    var query = asking(partition, range, sortName, arguments).build();
    return client.queryPaginator(query).items().stream().map(Item::new).toList();
  }

  /**
   * The first items of a range.
   *
   * @param isFull false if these are all
   */
  record Page(List<Item> items, boolean isFull) {}

  /** The first items of one partition whose sort key lies in a range, in order. */
  Page page(Item partition, String sortName, String from, String to, int most) {
    var query =
        asking(
                partition,
                " AND #s BETWEEN :from AND :to",
                Map.of("#s", sortName),
                Map.of(":from", from, ":to", to))
            .limit(most)
            .build();
    var answer = client.query(query);
    return new Page(answer.items().stream().map(Item::new).toList(), answer.hasLastEvaluatedKey());
  }

  private QueryRequest.Builder asking(
      Item partition, String range, Map<String, String> sortName, Map<String, String> arguments) {
    var hash = partition.attributes().entrySet().iterator().next();
    var names = new HashMap<>(sortName);
    names.put("#p", hash.getKey());
    var values = new HashMap<String, AttributeValue>();
    values.put(":p", hash.getValue());
    arguments.forEach((mark, value) -> values.put(mark, AttributeValue.fromS(value)));
    return QueryRequest.builder()
        .tableName(name)
        .consistentRead(true)
        .keyConditionExpression("#p = :p" + range)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values);
  }

  /**
   * Puts an item if the guard holds. If it does not because this very item stands there already,
   * the write was our own, its answer lost and the request repeated by the SDK: a success.
   */
  Outcome put(Item item, Guard guard) {
    return undisturbed(() -> {
      try {
        client.putItem(put ->
            put.tableName(name)
                .item(item.attributes())
                .conditionExpression(guard.expression())
                .expressionAttributeNames(guard.names())
                .expressionAttributeValues(guard.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
        return new Outcome(true, Optional.empty());
      } catch (ConditionalCheckFailedException e) {
        var standing = e.hasItem() ? Optional.of(new Item(e.item())) : Optional.<Item>empty();
        return new Outcome(standing.filter(item::equals).isPresent(), standing);
      }
    });
  }

  /** Changes an item if the guard holds; false if it does not. */
  boolean update(Item key, Change change, Guard guard) {
    return undisturbed(() -> {
      try {
        client.updateItem(update ->
            update
                .tableName(name)
                .key(key.attributes())
                .updateExpression(change.update())
                .conditionExpression(guard.expression())
                .expressionAttributeNames(change.names())
                .expressionAttributeValues(change.values()));
        return true;
      } catch (ConditionalCheckFailedException e) {
        return false;
      }
    });
  }

  /** All items of one partition, in order. */
  List<Item> partition(Item partition) {
    return query(partition, "", Map.of(), Map.of());
  }

  /** Everything in the table, in no order: for tables that hold little. */
  List<Item> scan() {
    return client.scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items().stream()
        .map(Item::new)
        .toList();
  }

  /** All items that a filter lets pass, read as they are needed. */
  Stream<Item> matching(String filter, Map<String, String> names, Map<String, String> values) {
    var texts = new TreeMap<String, AttributeValue>();
    values.forEach((name, value) -> texts.put(name, AttributeValue.fromS(value)));
    return client
        .scanPaginator(scan ->
            scan.tableName(this.name)
                .filterExpression(filter)
                .expressionAttributeNames(names)
                .expressionAttributeValues(texts))
        .items()
        .stream()
        .map(Item::new);
  }

  /** Puts many items, whatever stands there, in as few requests as DynamoDB allows. */
  void putAll(Collection<Item> items) {
    writeAll(
        items.stream()
            .map(item ->
                WriteRequest.builder().putRequest(put -> put.item(item.attributes())).build())
            .toList());
  }

  /** Deletes many items, in as few requests as DynamoDB allows. */
  void deleteAll(Collection<Item> keys) {
    writeAll(
        keys.stream()
            .map(key -> WriteRequest.builder().deleteRequest(d -> d.key(key.attributes())).build())
            .toList());
  }

  private void writeAll(List<WriteRequest> writes) {
    SideBySide.ask(
        writes.stream().gather(Gatherers.windowFixed(MOST_WRITES)).toList(), this::write);
  }

  private int write(List<WriteRequest> writes) {
    var asked = Map.of(name, writes);
    for (var attempt = Attempt.first("items of " + name); ; attempt = attempt.next()) {
      var request = asked;
      var left = client.batchWriteItem(write -> write.requestItems(request)).unprocessedItems();
      if (left.isEmpty()) {
        return writes.size();
      }
      asked = Map.copyOf(left);
    }
  }

  /** Deletes an item if the guard holds; false if it does not. */
  boolean delete(Item key, Guard guard) {
    return undisturbed(() -> {
      try {
        client.deleteItem(delete ->
            delete
                .tableName(name)
                .key(key.attributes())
                .conditionExpression(guard.expression())
                .expressionAttributeNames(guard.names())
                .expressionAttributeValues(guard.values()));
        return true;
      } catch (ConditionalCheckFailedException e) {
        return false;
      }
    });
  }

  /** A plain write is turned away while a transaction holds the item: wait for its end. */
  private <T> T undisturbed(Supplier<T> write) {
    for (var attempt = Attempt.first("an item of " + name); ; attempt = attempt.next()) {
      try {
        return write.get();
      } catch (TransactionConflictException e) {
        // the next attempt comes after a pause
      }
    }
  }
}
