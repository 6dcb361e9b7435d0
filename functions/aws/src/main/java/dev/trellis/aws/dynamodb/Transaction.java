package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.port.Attempt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Several writes and checks that happen together or not at all. Each has a label to tell it by. */
final class Transaction {

  private static final Set<String> BUSY =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final DynamoDbClient client;
  private final List<String> labels = new ArrayList<>();
  private final List<TransactWriteItem> writes = new ArrayList<>();

  Transaction(DynamoDbClient client) {
    this.client = client;
  }

  /** What became of a transaction. */
  sealed interface Outcome {
    record Committed() implements Outcome {}

    /** Nothing was written: these guards did not hold; with the item that stood there, if any. */
    record Refused(Map<String, Optional<Item>> standing) implements Outcome {}

    /** Nothing was written: others were writing the same items, or too many were writing. */
    record Busy() implements Outcome {}
  }

  Transaction put(String label, Table table, Item item, Guard guard) {
    labels.add(label);
    writes.add(
        TransactWriteItem.builder()
            .put(put ->
                put.tableName(table.name())
                    .item(item.attributes())
                    .conditionExpression(guard.expression())
                    .expressionAttributeNames(guard.names())
                    .expressionAttributeValues(guard.values())
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .build());
    return this;
  }

  /** Sets one attribute and leaves the others of the item as they are. */
  Transaction set(String label, Table table, Item key, String name, String value, Guard guard) {
    return update(
        label, table, key, new Guarded(Change.set(name, value, guard), guard.expression()));
  }

  Transaction update(String label, Table table, Item key, Guarded guarded) {
    labels.add(label);
    var change = guarded.change();
    writes.add(
        TransactWriteItem.builder()
            .update(update ->
                update
                    .tableName(table.name())
                    .key(key.attributes())
                    .updateExpression(change.update())
                    .conditionExpression(guarded.condition())
                    .expressionAttributeNames(change.names())
                    .expressionAttributeValues(change.values()))
            .build());
    return this;
  }

  Transaction delete(String label, Table table, Item key) {
    labels.add(label);
    writes.add(
        TransactWriteItem.builder()
            .delete(delete -> delete.tableName(table.name()).key(key.attributes()))
            .build());
    return this;
  }

  Transaction delete(String label, Table table, Item key, Guard guard) {
    labels.add(label);
    writes.add(
        TransactWriteItem.builder()
            .delete(delete ->
                delete
                    .tableName(table.name())
                    .key(key.attributes())
                    .conditionExpression(guard.expression())
                    .expressionAttributeNames(guard.names())
                    .expressionAttributeValues(guard.values()))
            .build());
    return this;
  }

  Transaction check(String label, Table table, Item key, Guard guard) {
    labels.add(label);
    writes.add(
        TransactWriteItem.builder()
            .conditionCheck(check ->
                check
                    .tableName(table.name())
                    .key(key.attributes())
                    .conditionExpression(guard.expression())
                    .expressionAttributeNames(guard.names())
                    .expressionAttributeValues(guard.values()))
            .build());
    return this;
  }

  /** True if it is but one write, which needs no transaction. */
  boolean isSingle() {
    return writes.size() == 1;
  }

  /**
   * Tries once.
   *
   * @param token the same for the same decision, at most 36 characters: repeated within ten
   *     minutes, it is done once. Null: one per call, so that only the SDK's own retries count.
   */
  Outcome run(String token) {
    try {
      client.transactWriteItems(t -> t.transactItems(writes).clientRequestToken(token));
      return new Outcome.Committed();
    } catch (TransactionCanceledException e) {
      return canceled(e);
    } catch (TransactionInProgressException | IdempotentParameterMismatchException e) {
      return new Outcome.Busy();
    }
  }

  /** Tries until nobody is in the way, a few times. */
  Outcome runUndisturbed() {
    for (var attempt = Attempt.first("a transaction on " + labels); ; attempt = attempt.next()) {
      var outcome = run(null);
      if (!(outcome instanceof Outcome.Busy)) {
        return outcome;
      }
    }
  }

  private Outcome canceled(TransactionCanceledException e) {
    var standing = new LinkedHashMap<String, Optional<Item>>();
    var busy = false;
    for (int i = 0; i < e.cancellationReasons().size(); i++) {
      var reason = e.cancellationReasons().get(i);
      if (reason.code().equals("ConditionalCheckFailed")) {
        standing.put(labels.get(i), item(reason));
      }
      busy |= BUSY.contains(reason.code());
    }
    if (!standing.isEmpty()) {
      return new Outcome.Refused(standing);
    }
    if (busy) {
      return new Outcome.Busy();
    }
    throw e;
  }

  private static Optional<Item> item(CancellationReason reason) {
    return reason.hasItem() ? Optional.of(new Item(reason.item())) : Optional.empty();
  }
}
