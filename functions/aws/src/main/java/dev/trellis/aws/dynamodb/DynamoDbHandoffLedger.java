package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.HandoffLedger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ledger of hand-offs in DynamoDB, in the partition of the lead handed over. */
public final class DynamoDbHandoffLedger implements HandoffLedger {

  static final String PREFIX = "handoff#";
  private static final String STATE = "state";

  private final Table leads;

  public DynamoDbHandoffLedger(DynamoDbClient client, String leadsTable) {
    this.leads = new Table(client, leadsTable);
  }

  @Override
  public Optional<Snapshot> load(String lead, String handoffId) {
    var items = leads.all(List.of(ProfileItem.key(lead), key(lead, handoffId)));
    return ProfileItem.in(items).map(found -> new Snapshot(found, entryIn(items)));
  }

  @Override
  public List<Entry> all(String lead) {
    return leads.startingWith(LeadsTable.partition(lead), LeadsTable.ITEM, PREFIX).stream()
        .map(DynamoDbHandoffLedger::read)
        .toList();
  }

  @Override
  public Entry claim(Entry entry) {
    var outcome = leads.put(item(entry), Guard.absent(LeadsTable.LEAD));
    return outcome.written() ? entry : read(outcome.standing().orElseThrow());
  }

  @Override
  public boolean settle(Entry entry, State from) {
    return leads.put(item(entry), Guard.is(STATE, from.name())).written();
  }

  private static Item key(String lead, String handoffId) {
    return LeadsTable.key(lead, PREFIX + handoffId);
  }

  private static Item item(Entry entry) {
    return key(entry.lead(), entry.handoffId())
        .text(STATE, entry.state().name())
        .text("owner", entry.owner())
        .document(LeadsTable.BODY, Json.write(entry));
  }

  private static Entry read(Item item) {
    return Json.read(Entry.class, item.document(LeadsTable.BODY));
  }

  private static Optional<Entry> entryIn(Collection<Item> items) {
    return items.stream()
        .filter(item -> item.text(LeadsTable.ITEM).startsWith(PREFIX))
        .findFirst()
        .map(DynamoDbHandoffLedger::read);
  }
}
