package dev.trellis.aws.dynamodb;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.JourneyPauses;
import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.core.port.sweep.Rollouts;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What people hold back or let go for everybody, each as one item with a version beside the timers:
 * how far the playbook has reached, and which journeys are paused.
 */
public final class DynamoDbSteering implements Rollouts, JourneyPauses {

  private static final String BUCKET = "bucket";

  /** Those of the table of timers that hold it. */
  public static final List<String> PARTITIONS = List.of("rollout", "paused");

  private static final Item ROLLOUT =
      Item.EMPTY.text(BUCKET, PARTITIONS.getFirst()).text("timer", "playbook");
  private static final Item PAUSED =
      Item.EMPTY.text(BUCKET, PARTITIONS.getLast()).text("timer", "journeys");

  private final Table timers;

  public DynamoDbSteering(DynamoDbClient client, String timersTable) {
    this.timers = new Table(client, timersTable);
  }

  @Override
  public Optional<Rollout> last() {
    return read(ROLLOUT, Rollout.class);
  }

  @Override
  public boolean save(Rollout rollout) {
    var next = rollout.nextVersion();
    return write(ROLLOUT, rollout.version(), next.version(), next);
  }

  @Override
  public Paused paused() {
    return read(PAUSED, Paused.class).orElse(Paused.NONE);
  }

  @Override
  public boolean save(Paused paused) {
    var next = paused.nextVersion();
    return write(PAUSED, paused.version(), next.version(), next);
  }

  private <T> Optional<T> read(Item key, Class<T> type) {
    return timers.get(key).map(item -> Json.read(type, item.document(LeadsTable.BODY)));
  }

  private boolean write(Item key, long before, long version, Object body) {
    var item = key.number(LeadsTable.VERSION, version).document(LeadsTable.BODY, Json.write(body));
    return timers.put(item, Guard.version(BUCKET, before)).written();
  }
}
