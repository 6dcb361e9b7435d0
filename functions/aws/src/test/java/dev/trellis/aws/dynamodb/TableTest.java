package dev.trellis.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.port.Attempt;
import dev.trellis.core.port.ContentionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

class TableTest {

  private final List<Integer> asked = new ArrayList<>();

  @Test
  void asksAgainForKeysThatWereLeftOut() {
    var table = new Table(new Stingy(2), "leads");
    assertThat(table.all(keys(5))).containsExactlyInAnyOrderElementsOf(keys(5));
    assertThat(asked).containsExactly(5, 3, 1);
  }

  @Test
  void throwsRatherThanReturnHalfOfWhatWasAsked() {
    var table = new Table(new Stingy(0), "leads");
    assertThatThrownBy(() -> table.all(keys(1))).isInstanceOf(ContentionException.class);
    assertThat(asked).hasSize(Attempt.MOST);
  }

  @Test
  void asksForAHundredKeysAtMost() {
    var table = new Table(new Stingy(100), "leads");
    assertThat(table.all(keys(101))).hasSize(101);
    assertThat(asked).containsExactly(100, 1);
  }

  @Test
  void asksForAKeyOnce() {
    var table = new Table(new Stingy(100), "leads");
    assertThat(table.all(List.of(key(1), key(1)))).containsExactly(key(1));
    assertThat(asked).containsExactly(1);
  }

  @Test
  void asksNothingForNoKeys() {
    assertThat(new Table(new Stingy(100), "leads").all(List.of())).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void givesWhatWasReadAheadWithoutAnotherRequestOnce() {
    var table = new Table(new Stingy(100), "leads");
    table.readAhead(keys(3));
    assertThat(table.all(List.of(key(0), key(1)))).containsExactly(key(0), key(1));
    assertThat(table.get(key(2))).contains(key(2));
    assertThat(asked).containsExactly(3);
    assertThat(table.all(List.of(key(0)))).containsExactly(key(0));
    assertThat(asked).containsExactly(3, 1);
  }

  @Test
  void asksForAllUnlessAllWasReadAhead() {
    var table = new Table(new Stingy(100), "leads");
    table.readAhead(keys(1));
    assertThat(table.all(keys(2))).hasSize(2);
    assertThat(asked).containsExactly(1, 2);
  }

  @Test
  void forgetsWhatWasReadAheadForTheBatchBefore() {
    var table = new Table(new Stingy(100), "leads");
    table.readAhead(keys(2));
    table.readAhead(List.of());
    table.all(keys(1));
    assertThat(asked).containsExactly(2, 1);
  }

  private static List<Item> keys(int count) {
    return IntStream.range(0, count).mapToObj(TableTest::key).toList();
  }

  private static Item key(int index) {
    return Item.EMPTY.text("lead", "L" + index);
  }

  /** A DynamoDB that reads so many keys per request and leaves the others. */
  private final class Stingy implements DynamoDbClient {

    private final int most;

    Stingy(int most) {
      this.most = most;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      var wanted = request.requestItems().get("leads");
      assertThat(wanted.consistentRead()).isTrue();
      asked.add(wanted.keys().size());
      int read = Math.min(most, wanted.keys().size());
      var response =
          BatchGetItemResponse.builder().responses(Map.of("leads", wanted.keys().subList(0, read)));
      if (read < wanted.keys().size()) {
        var left = wanted.keys().subList(read, wanted.keys().size());
        response.unprocessedKeys(
            Map.of("leads", KeysAndAttributes.builder().keys(left).consistentRead(true).build()));
      }
      return response.build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
