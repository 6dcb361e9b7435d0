package dev.trellis.aws.dynamodb;

import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.LeadRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Enrollments in DynamoDB, one item per journey and visit. */
public final class DynamoDbEnrollmentStore implements EnrollmentStore {

  private static final String PREFIX = "journey#";

  private final Table leads;

  public DynamoDbEnrollmentStore(DynamoDbClient client, String leadsTable) {
    this.leads = new Table(client, leadsTable);
  }

  @Override
  public void expect(Collection<String> expected) {
    leads.readAhead(expected.stream().flatMap(lead -> keys(lead).stream()).toList());
  }

  @Override
  public Optional<Snapshot> load(String lead) {
    var items = leads.all(keys(lead));
    return ProfileItem.in(items).map(found -> snapshot(found, items));
  }

  private Snapshot snapshot(LeadRecord lead, Collection<Item> items) {
    var absorbed = new TreeMap<String, List<Enrollment>>();
    lead.absorbed().forEach(other -> absorbed.put(other, enrollments(other)));
    return new Snapshot(
        lead, PlacementItem.in(items), enrollments(lead.lead()), Map.copyOf(absorbed));
  }

  private List<Enrollment> enrollments(String lead) {
    return leads.startingWith(LeadsTable.partition(lead), LeadsTable.ITEM, PREFIX).stream()
        .map(item -> Json.read(Enrollment.class, item.document(LeadsTable.BODY)))
        .toList();
  }

  @Override
  public boolean save(String lead, Enrollment enrollment) {
    var next = enrollment.nextVersion();
    var item =
        LeadsTable.key(lead, PREFIX + next.journey() + "#" + next.visit())
            .number(LeadsTable.VERSION, next.version())
            .document(LeadsTable.BODY, Json.write(next));
    return leads.put(item, Guard.version(LeadsTable.LEAD, enrollment.version())).written();
  }

  private static List<Item> keys(String lead) {
    return List.of(ProfileItem.key(lead), PlacementItem.key(lead));
  }
}
