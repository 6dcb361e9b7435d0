package dev.trellis.aws.dynamodb;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.LeadFile.Part;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.MailLedger;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** All that is stored about a lead in DynamoDB: its partition, read with one query. */
public final class DynamoDbLeadFiles implements LeadFiles {

  private final Table leads;

  public DynamoDbLeadFiles(DynamoDbClient client, String leadsTable) {
    this.leads = new Table(client, leadsTable);
  }

  @Override
  public Optional<Part> part(String lead) {
    var items = leads.partition(LeadsTable.partition(lead));
    return ProfileItem.in(items)
        .map(found ->
            new Part(
                found,
                PlacementItem.in(items),
                all(items, EventItem.PREFIX, LeadEvent.class),
                all(items, DynamoDbPlacementStore.MOVE, Move.class),
                GroupItem.stays(items),
                all(items, DynamoDbEnrollmentStore.PREFIX, Enrollment.class),
                all(items, DynamoDbMailLedger.PREFIX, MailLedger.Entry.class),
                all(items, DynamoDbHandoffLedger.PREFIX, HandoffLedger.Entry.class)));
  }

  private static <T> List<T> all(List<Item> items, String prefix, Class<T> type) {
    return items.stream()
        .filter(item -> item.text(LeadsTable.ITEM).startsWith(prefix))
        .map(item -> Json.read(type, item.document(LeadsTable.BODY)))
        .toList();
  }
}
