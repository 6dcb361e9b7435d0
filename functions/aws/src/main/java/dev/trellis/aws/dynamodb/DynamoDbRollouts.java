package dev.trellis.aws.dynamodb;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.Rollout;
import dev.trellis.core.port.Rollouts;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How far the playbook has reached everybody, as one item beside the timers. */
public final class DynamoDbRollouts implements Rollouts {

  private static final String BUCKET = "bucket";
  private static final Item KEY = Item.EMPTY.text(BUCKET, "rollout").text("timer", "playbook");

  private final Table timers;

  public DynamoDbRollouts(DynamoDbClient client, String timersTable) {
    this.timers = new Table(client, timersTable);
  }

  @Override
  public Optional<Rollout> last() {
    return timers.get(KEY).map(item -> Json.read(Rollout.class, item.document(LeadsTable.BODY)));
  }

  @Override
  public boolean save(Rollout rollout) {
    var next = rollout.nextVersion();
    var item =
        KEY.number(LeadsTable.VERSION, next.version()).document(LeadsTable.BODY, Json.write(next));
    return timers.put(item, Guard.version(BUCKET, rollout.version())).written();
  }
}
