package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.LeadRecord;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Enrollments in DynamoDB, one item per journey and visit, and a count beside them. */
public final class DynamoDbEnrollmentStore implements EnrollmentStore {

  static final String PREFIX = "journey#";
  private static final String ABSORBED = "absorbed";

  /**
   * The count sorts before all enrollments, so one query reads it first: whoever writes while it
   * runs makes the next counted save fail, and is never overlooked.
   */
  private static final String COUNT = "journey count";

  /** Of which absorbed leads there is nothing to read. */
  private static final String WITHOUT = "journey without";

  private static final String ALL = "journey";

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
    var own = journeys(lead.lead());
    var without = without(own);
    var absorbed = new TreeMap<String, List<Enrollment>>();
    for (var other : lead.absorbed()) {
      absorbed.put(other, without.contains(other) ? List.of() : enrollments(journeys(other)));
    }
    return new Snapshot(
        lead, PlacementItem.in(items), enrollments(own), Map.copyOf(absorbed), without, count(own));
  }

  private List<Item> journeys(String lead) {
    return leads.startingWith(LeadsTable.partition(lead), LeadsTable.ITEM, ALL);
  }

  static List<Enrollment> enrollments(List<Item> journeys) {
    return journeys.stream()
        .filter(item -> item.text(LeadsTable.ITEM).startsWith(PREFIX))
        .map(item -> Json.read(Enrollment.class, item.document(LeadsTable.BODY)))
        .toList();
  }

  private static long count(List<Item> journeys) {
    return journeys.stream()
        .filter(item -> LeadsTable.is(item, COUNT))
        .mapToLong(item -> item.number(LeadsTable.VERSION))
        .sum();
  }

  private static SortedSet<String> without(List<Item> journeys) {
    return journeys.stream()
        .filter(item -> LeadsTable.is(item, WITHOUT))
        .findFirst()
        .map(item -> item.texts(ABSORBED))
        .orElseGet(TreeSet::new);
  }

  @Override
  public void remember(String lead, SortedSet<String> withoutAny) {
    leads.put(LeadsTable.key(lead, WITHOUT).texts(ABSORBED, withoutAny), Guard.NONE);
  }

  @Override
  public boolean save(String lead, Enrollment enrollment) {
    return leads.put(item(lead, enrollment.nextVersion()), asRead(enrollment.version())).written();
  }

  @Override
  public boolean saveCounted(String lead, Enrollment enrollment, long counted) {
    var item = item(lead, enrollment.nextVersion());
    var count = LeadsTable.key(lead, COUNT).number(LeadsTable.VERSION, counted + 1);
    var outcome =
        new Transaction(leads.client())
            .put("enrollment", leads, item, asRead(enrollment.version()))
            .put("count", leads, count, asRead(counted))
            .runUndisturbed();
    return switch (outcome) {
      case Transaction.Outcome.Refused(var standing) ->
          standing.getOrDefault("enrollment", Optional.empty()).filter(item::equals).isPresent();
      default -> true;
    };
  }

  private static Item item(String lead, Enrollment enrollment) {
    var item =
        LeadsTable.key(lead, PREFIX + enrollment.journey() + "#" + enrollment.visit())
            .number(LeadsTable.VERSION, enrollment.version())
            .document(LeadsTable.BODY, Json.write(enrollment));
    return DynamoDbFlows.listed(item, lead, enrollment);
  }

  private static Guard asRead(long version) {
    return Guard.version(LeadsTable.LEAD, version);
  }

  private static List<Item> keys(String lead) {
    return List.of(ProfileItem.key(lead), PlacementItem.key(lead));
  }
}
