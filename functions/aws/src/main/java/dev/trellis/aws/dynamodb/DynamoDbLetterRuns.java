package dev.trellis.aws.dynamodb;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.LetterRuns;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How far each letter is, as one partition beside the timers. */
public final class DynamoDbLetterRuns implements LetterRuns {

  private static final String BUCKET = "bucket";
  private static final Item PARTITION = Item.EMPTY.text(BUCKET, "letters");

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

  private static Item key(String letter) {
    return PARTITION.text("timer", letter);
  }

  private static Run read(Item item) {
    return Json.read(Run.class, item.document(LeadsTable.BODY));
  }
}
