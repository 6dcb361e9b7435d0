package dev.trellis.aws.dynamodb;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.LetterRuns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How far each letter is, as one partition beside the timers. */
public final class DynamoDbLetterRuns implements LetterRuns {

  private static final String BUCKET = "bucket";

  /** Those of the table of timers that hold it. */
  public static final List<String> PARTITIONS = List.of("letters", "letter-counts");

  private static final Item PARTITION = Item.EMPTY.text(BUCKET, PARTITIONS.getFirst());

  private final Table timers;

  public DynamoDbLetterRuns(DynamoDbClient client, String timersTable) {
    this.timers = new Table(client, timersTable);
  }

  @Override
  public Optional<Run> find(String letter) {
    return timers.get(key(letter)).map(DynamoDbLetterRuns::read);
  }

  @Override
  public List<Run> all() {
    return timers.partition(PARTITION).stream().map(DynamoDbLetterRuns::read).toList();
  }

  @Override
  public boolean save(Run run) {
    var next = run.nextVersion();
    var item =
        key(run.letter())
            .number(LeadsTable.VERSION, next.version())
            .document(LeadsTable.BODY, Json.write(next));
    return timers.put(item, Guard.version(BUCKET, run.version())).written();
  }

  @Override
  public void count(String letter, Count what) {
    timers.update(counts(letter), oneMore(what), Guard.NONE);
  }

  @Override
  public void countIfSent(String journey, Count what) {
    var isSent = Guard.present(BUCKET);
    timers.update(counts(journey), oneMore(what).under(isSent), isSent);
  }

  @Override
  public SortedMap<Count, Long> counted(String letter) {
    var counted = new TreeMap<Count, Long>();
    timers
        .get(counts(letter))
        .ifPresent(item -> {
          for (var what : Count.values()) {
            if (item.number(what.name()) > 0) {
              counted.put(what, item.number(what.name()));
            }
          }
        });
    return counted;
  }

  private static Change oneMore(Count what) {
    return new Change(
        "ADD #what :one", Map.of("#what", what.name()), Map.of(":one", AttributeValue.fromN("1")));
  }

  private static Item counts(String letter) {
    return Item.EMPTY.text(BUCKET, PARTITIONS.getLast()).text("timer", letter);
  }

  private static Item key(String letter) {
    return PARTITION.text("timer", letter);
  }

  private static Run read(Item item) {
    return Json.read(Run.class, item.document(LeadsTable.BODY));
  }
}
