package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.aws.SideBySide;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadFile.Part;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Listing.Chunk;
import dev.trellis.core.port.Listing.Strand;
import dev.trellis.core.port.MailLedger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** All that is stored about a lead in DynamoDB: its partition, read with one query. */
public final class DynamoDbLeadFiles implements LeadFiles {

  /** What a lead has beside its log is rarely more, and comes after it. */
  private static final int CHUNK = 100;

  /** Of so many leads of one person the logs are read by time. */
  private static final int MOST_LONG = 8;

  private static final Comparator<LeadEvent> NEWEST_FIRST =
      Comparator.comparing(LeadFile::place).reversed();

  private final Table leads;
  private final Index byTime;

  public DynamoDbLeadFiles(DynamoDbClient client, String leadsTable) {
    this.leads = new Table(client, leadsTable);
    this.byTime = EventItem.byTime(leads);
  }

  @Override
  public Optional<Part> part(String lead) {
    var items = leads.partition(LeadsTable.partition(lead));
    return part(items, EventItem.events(items), true);
  }

  // Most leads are read with one query here as well.
  @Override
  public Optional<Part> glance(String lead) {
    var items = new ArrayDeque<Item>();
    boolean isAll;
    do {
      var before = items.isEmpty() ? null : items.getFirst().text(LeadsTable.ITEM);
      var page = leads.last(LeadsTable.partition(lead), LeadsTable.ITEM, before, CHUNK);
      page.items().forEach(items::addFirst);
      isAll = !page.isFull();
    } while (!isAll && !EventItem.is(items.getFirst()));
    var found = List.copyOf(items);
    if (isAll) {
      return part(found, EventItem.events(found), true);
    }
    return ProfileItem.in(found).filter(record -> record.version() >= LONG).isEmpty()
        ? part(lead)
        : part(found, newest(lead), false);
  }

  private List<LeadEvent> newest(String lead) {
    return byTime.after(lead, "", null, NEWEST).entries().stream()
        .map(EventItem::event)
        .toList()
        .reversed();
  }

  @Override
  public Optional<LeadRecord> lead(String lead) {
    return leads.get(ProfileItem.key(lead)).map(ProfileItem::read);
  }

  @Override
  public Listing.Page<LeadEvent> log(
      LeadRecord person, Predicate<LeadEvent> wanted, String after, int most) {
    var logs = new ArrayList<>(List.of(person));
    if (!person.absorbed().isEmpty()) {
      leads.all(person.absorbed().stream().map(ProfileItem::key).toList()).stream()
          .map(ProfileItem::read)
          .forEach(logs::add);
    }
    var isLong = Comparator.comparingLong(LeadRecord::version).reversed();
    var all = logs.stream().sorted(isLong).map(LeadRecord::lead).toList();
    var count = (int) logs.stream().filter(log -> log.version() >= LONG).limit(MOST_LONG).count();
    var strands =
        Stream.concat(
                all.stream().limit(count).map(this::byTime),
                count == all.size()
                    ? Stream.empty()
                    : Stream.of(read(all.subList(count, all.size()))))
            .toList();
    return new Listing<>(LeadFile::place, true, strands).page(after, most, wanted);
  }

  private Strand<LeadEvent> byTime(String lead) {
    return place -> {
      var found = byTime.after(lead, "", place, CHUNK);
      return new Chunk<>(found.entries().stream().map(EventItem::event).toList(), found.hasMore());
    };
  }

  // Short logs are read whole.
  private Strand<LeadEvent> read(List<String> logs) {
    return place ->
        new Chunk<>(
            SideBySide.ask(logs, this::log).stream()
                .flatMap(List::stream)
                .filter(event -> place == null || LeadFile.place(event).compareTo(place) < 0)
                .sorted(NEWEST_FIRST)
                .toList(),
            false);
  }

  private List<LeadEvent> log(String lead) {
    return EventItem.events(
        leads.startingWith(LeadsTable.partition(lead), LeadsTable.ITEM, EventItem.PREFIX));
  }

  private static Optional<Part> part(List<Item> items, List<LeadEvent> events, boolean isWhole) {
    return ProfileItem.in(items)
        .map(found ->
            new Part(
                found,
                PlacementItem.in(items),
                events,
                all(items, DynamoDbPlacementStore.MOVE, Move.class),
                GroupItem.stays(items),
                all(items, DynamoDbEnrollmentStore.PREFIX, Enrollment.class),
                all(items, DynamoDbMailLedger.PREFIX, MailLedger.Entry.class),
                all(items, DynamoDbHandoffLedger.PREFIX, HandoffLedger.Entry.class),
                isWhole));
  }

  private static <T> List<T> all(List<Item> items, String prefix, Class<T> type) {
    return items.stream()
        .filter(item -> item.text(LeadsTable.ITEM).startsWith(prefix))
        .map(item -> Json.read(type, item.document(LeadsTable.BODY)))
        .toList();
  }
}
