package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.Draw;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.Suppressions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ledger of mails in DynamoDB, in the partition of the lead they go to. */
public final class DynamoDbMailLedger implements MailLedger {

  static final String PREFIX = "mail#";

  /** The partition that says which mails are of unknown fate. */
  public static final String UNKNOWN = "unknown-mails";

  private static final String NAMED = "named";

  /** Among them, once those from before there was such a partition are there. */
  private static final Item NOTED = LeadsTable.key(UNKNOWN, "noted");

  private static final String STATE = "state";
  private static final String OWNER = "owner";

  private static final Guard NOT_BEGUN =
      Guard.absent(LeadsTable.LEAD).or(STATE, State.WAITING.name());

  private final Table leads;
  private final Table suppressions;

  public DynamoDbMailLedger(DynamoDbClient client, String leadsTable, String suppressionsTable) {
    this.leads = new Table(client, leadsTable);
    this.suppressions = new Table(client, suppressionsTable);
  }

  @Override
  public Optional<Snapshot> load(String lead, String sendId) {
    var items =
        leads.all(List.of(ProfileItem.key(lead), PlacementItem.key(lead), key(lead, sendId)));
    return ProfileItem.in(items)
        .map(found -> new Snapshot(found, PlacementItem.in(items), entryIn(items)));
  }

  @Override
  public ClaimResult claim(Entry entry, Collection<String> suppressionKeys, Optional<Draw> draw) {
    return claim(entry, suppressionKeys, Guard.absent(DynamoDbSuppressions.ADDRESS), draw);
  }

  @Override
  public ClaimResult claimAgain(
      Entry entry, Collection<String> suppressionKeys, Optional<Draw> draw) {
    var guard =
        Guard.absent(DynamoDbSuppressions.ADDRESS)
            .or(DynamoDbSuppressions.REASON, Suppressions.Reason.UNSUBSCRIBE.name());
    return claim(entry, suppressionKeys, guard, draw);
  }

  private ClaimResult claim(
      Entry entry, Collection<String> suppressionKeys, Guard isOpen, Optional<Draw> draw) {
    note(entry);
    var transaction = new Transaction(leads.client()).put("mail", leads, item(entry), NOT_BEGUN);
    if (entry.state() == State.CLAIMED) {
      for (var key : suppressionKeys) {
        transaction.check("suppression", suppressions, DynamoDbSuppressions.key(key), isOpen);
      }
      draw.ifPresent(d -> DrawItem.add(transaction, suppressions, d, entry.sendId()));
    }
    return switch (transaction.runUndisturbed()) {
      case Transaction.Outcome.Refused(var standing) when standing.containsKey("mail") ->
          exists(entry, read(standing.get("mail").orElseThrow()));
      case Transaction.Outcome.Refused(var standing) when standing.containsKey("suppression") ->
          new ClaimResult.Suppressed();
      case Transaction.Outcome.Refused _ -> new ClaimResult.OverBudget();
      default -> new ClaimResult.Claimed();
    };
  }

  private static ClaimResult exists(Entry ours, Entry standing) {
    var isOurs = standing.owner().equals(ours.owner()) && standing.state() == ours.state();
    return isOurs ? new ClaimResult.Claimed() : new ClaimResult.Exists(standing);
  }

  @Override
  public boolean settle(Entry entry, State from) {
    note(entry);
    return leads.put(item(entry), Guard.is(STATE, from.name())).written();
  }

  @Override
  public void hold(Entry waiting, Optional<Draw> draw) {
    var guard = NOT_BEGUN.or(OWNER, waiting.owner()).and(STATE, State.CLAIMED.name());
    var isHeld = leads.put(item(waiting), guard).written();
    if (isHeld) {
      draw.flatMap(Draw::hour).ifPresent(hour -> DrawItem.giveBack(suppressions, hour));
    }
  }

  @Override
  public Optional<Entry> find(String lead, String sendId) {
    return leads.get(key(lead, sendId)).map(DynamoDbMailLedger::read);
  }

  @Override
  public List<Entry> unknown() {
    noteOlder();
    var entries = new ArrayList<Entry>();
    String after = null;
    do {
      var page = unknown(after, Table.MOST_KEYS);
      entries.addAll(page.entries());
      after = page.next();
    } while (after != null);
    return entries;
  }

  @Override
  public Listing.Page<Entry> unknown(String after, int most) {
    var notes =
        new Listing<Item>(
                note -> note.text(LeadsTable.ITEM), false, List.of(place -> notes(place, most)))
            .page(after, most, _ -> true);
    var named = new LinkedHashMap<Item, Item>();
    notes.entries().forEach(note -> named.put(named(note), note));
    var found =
        leads.all(named.keySet()).stream()
            .map(DynamoDbMailLedger::read)
            .filter(entry -> entry.state() == State.UNKNOWN)
            .sorted(Comparator.comparing(Entry::sendId))
            .toList();
    found.forEach(entry -> named.remove(key(entry.lead(), entry.sendId())));
    leads.deleteAll(
        named.values().stream()
            .map(over -> LeadsTable.key(UNKNOWN, over.text(LeadsTable.ITEM)))
            .toList());
    return new Listing.Page<>(found, notes.looked(), notes.next());
  }

  private Listing.Chunk<Item> notes(String place, int most) {
    var from = place == null ? PREFIX : place + "\0";
    var page = leads.page(LeadsTable.partition(UNKNOWN), LeadsTable.ITEM, from, PREFIX + "~", most);
    return new Listing.Chunk<>(page.items(), page.isFull());
  }

  private static Item named(Item note) {
    return key(note.text(NAMED), note.text(LeadsTable.ITEM).substring(PREFIX.length()));
  }

  // Written before the entry, so that none is missed; what was settled since goes when it is met.
  private void note(Entry entry) {
    if (entry.state() == State.UNKNOWN) {
      leads.put(note(entry.lead(), entry.sendId()), Guard.NONE);
    }
  }

  // Once per installation.
  private void noteOlder() {
    if (leads.get(NOTED).isEmpty()) {
      leads
          .matching(
              "begins_with(#item, :mail) AND #state = :unknown",
              Map.of("#item", LeadsTable.ITEM, "#state", STATE),
              Map.of(":mail", PREFIX, ":unknown", State.UNKNOWN.name()))
          .map(DynamoDbMailLedger::read)
          .forEach(this::note);
      leads.put(NOTED, Guard.NONE);
    }
  }

  private static Item note(String lead, String sendId) {
    return LeadsTable.key(UNKNOWN, PREFIX + sendId).text(NAMED, lead);
  }

  private static Item key(String lead, String sendId) {
    return LeadsTable.key(lead, PREFIX + sendId);
  }

  private static Item item(Entry entry) {
    return key(entry.lead(), entry.sendId())
        .text(STATE, entry.state().name())
        .text(OWNER, entry.owner())
        .text("at", SortableTime.millis(entry.at()))
        .document(LeadsTable.BODY, Json.write(entry));
  }

  private static Entry read(Item item) {
    return Json.read(Entry.class, item.document(LeadsTable.BODY));
  }

  private static Optional<Entry> entryIn(Collection<Item> items) {
    return items.stream()
        .filter(item -> item.text(LeadsTable.ITEM).startsWith(PREFIX))
        .findFirst()
        .map(DynamoDbMailLedger::read);
  }
}
