package dev.trellis.aws.dynamodb;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.JourneyPauses;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Which journeys are paused, as one item beside the timers. */
public final class DynamoDbJourneyPauses implements JourneyPauses {

  private static final String BUCKET = "bucket";
  private static final Item KEY = Item.EMPTY.text(BUCKET, "paused").text("timer", "journeys");

  private final Table timers;

  public DynamoDbJourneyPauses(DynamoDbClient client, String timersTable) {
    this.timers = new Table(client, timersTable);
  }

  @Override
  public Paused paused() {
    return timers
        .get(KEY)
        .map(item -> Json.read(Paused.class, item.document(LeadsTable.BODY)))
        .orElse(Paused.NONE);
  }

  @Override
  public boolean save(Paused paused) {
    var next = paused.nextVersion();
    var item =
        KEY.number(LeadsTable.VERSION, next.version()).document(LeadsTable.BODY, Json.write(next));
    return timers.put(item, Guard.version(BUCKET, paused.version())).written();
  }
}
