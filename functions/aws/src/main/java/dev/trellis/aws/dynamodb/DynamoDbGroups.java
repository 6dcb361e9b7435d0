package dev.trellis.aws.dynamodb;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.Groups;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Groups in DynamoDB: one partition, since there are few. */
public final class DynamoDbGroups implements Groups {

  private static final String KIND = "kind";
  private static final String GROUP = "group";

  private final Table groups;

  public DynamoDbGroups(DynamoDbClient client, String groupsTable) {
    this.groups = new Table(client, groupsTable);
  }

  @Override
  public List<Group> all() {
    return groups.partition(partition()).stream()
        .map(item -> Json.read(Group.class, item.document(LeadsTable.BODY)))
        .toList();
  }

  @Override
  public boolean save(Group group) {
    var next = group.nextVersion();
    var item =
        partition()
            .text(GROUP, group.audience().id())
            .number(LeadsTable.VERSION, next.version())
            .document(LeadsTable.BODY, Json.write(next));
    return groups.put(item, Guard.version(KIND, group.version())).written();
  }

  private static Item partition() {
    return Item.EMPTY.text(KIND, GROUP);
  }
}
