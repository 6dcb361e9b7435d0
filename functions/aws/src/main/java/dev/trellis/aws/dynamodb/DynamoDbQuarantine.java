package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Quarantine;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Refused messages in DynamoDB: {@code message, ticket, reason, at, body, expiresAt}; and in a few
 * partitions of the leads' table, by when it was, which there are. What stands there is written
 * first and may be of a message that is gone.
 */
public final class DynamoDbQuarantine implements Quarantine {

  /** So that a flood of refusals is not kept back by one partition. */
  private static final int SHELVES = 4;

  private static final String SHELF = "quarantine#";
  private static final String END = "~";
  private static final String MESSAGE = "message";
  private static final String TICKET = "ticket";
  private static final String REASON = "reason";
  private static final String AT = "at";

  /** Among the shelves, once they hold what was refused before there were any. */
  private static final Item FILLED = LeadsTable.key(SHELF, "filled");

  private final Table messages;
  private final Table leads;
  private final InstantSource clock;

  public DynamoDbQuarantine(
      DynamoDbClient client, String quarantineTable, String leadsTable, InstantSource clock) {
    this.messages = new Table(client, quarantineTable);
    this.leads = new Table(client, leadsTable);
    this.clock = clock;
  }

  @Override
  public void put(Refused refused) {
    shelve(refused);
    messages.put(
        key(refused.id())
            .text(TICKET, refused.ticket())
            .text(REASON, refused.reason())
            .text(AT, refused.at().toString())
            .number(Guarded.UNTIL, refused.expiresAt().getEpochSecond())
            .document(LeadsTable.BODY, refused.body()),
        Guard.NONE);
  }

  // The table's own clock takes days, and knows nothing of what was put here before it was wound.
  @Override
  public List<Refused> list() {
    fill();
    var from = SortableTime.millis(clock.instant().minus(KEPT));
    var keys =
        IntStream.range(0, SHELVES)
            .mapToObj(shelf -> LeadsTable.partition(SHELF + shelf))
            .flatMap(shelf -> leads.between(shelf, LeadsTable.ITEM, from, END).stream())
            .map(item -> key(item.text(MESSAGE)))
            .toList();
    return read(keys);
  }

  @Override
  public Listing.Page<Refused> page(String after, int most) {
    fill();
    var from = SortableTime.millis(clock.instant().minus(KEPT));
    var strands =
        IntStream.range(0, SHELVES)
            .<Listing.Strand<Item>>mapToObj(
                shelf -> place -> shelved(shelf, place == null ? from : place + "\0", most))
            .toList();
    var page =
        new Listing<Item>(item -> item.text(LeadsTable.ITEM), false, strands)
            .page(after, most, _ -> true);
    var keys = page.entries().stream().map(item -> key(item.text(MESSAGE))).toList();
    return new Listing.Page<>(read(keys), page.looked(), page.next());
  }

  private Listing.Chunk<Item> shelved(int shelf, String from, int most) {
    var page = leads.page(LeadsTable.partition(SHELF + shelf), LeadsTable.ITEM, from, END, most);
    return new Listing.Chunk<>(page.items(), page.isFull());
  }

  private List<Refused> read(Collection<Item> keys) {
    return messages.all(keys).stream()
        .map(DynamoDbQuarantine::read)
        .filter(this::isKept)
        .sorted(Comparator.comparing(Refused::at).thenComparing(Refused::id))
        .toList();
  }

  @Override
  public Optional<Refused> find(String id) {
    return messages.get(key(id)).map(DynamoDbQuarantine::read).filter(this::isKept);
  }

  private boolean isKept(Refused refused) {
    return clock.instant().isBefore(refused.expiresAt());
  }

  @Override
  public boolean remove(Refused refused) {
    var isGone =
        messages.delete(key(refused.id()), Guard.absent(MESSAGE).or(TICKET, refused.ticket()));
    if (isGone) {
      leads.deleteAll(List.of(place(refused)));
    }
    return isGone;
  }

  // Once per installation.
  private void fill() {
    if (leads.get(FILLED).isEmpty()) {
      messages.scan().forEach(item -> shelve(read(item)));
      leads.put(FILLED, Guard.NONE);
    }
  }

  private void shelve(Refused refused) {
    leads.put(
        place(refused)
            .text(MESSAGE, refused.id())
            .number(Guarded.UNTIL, refused.expiresAt().getEpochSecond()),
        Guard.NONE);
  }

  private static Item place(Refused refused) {
    var shelf = SHELF + Math.floorMod(refused.id().hashCode(), SHELVES);
    var when = SortableTime.millis(refused.at()) + "#" + refused.id();
    return LeadsTable.key(shelf, when);
  }

  private static Item key(String id) {
    return Item.EMPTY.text(MESSAGE, id);
  }

  private static Refused read(Item item) {
    return new Refused(
        item.text(MESSAGE),
        item.text(TICKET),
        item.text(REASON),
        Instant.parse(item.text(AT)),
        item.document(LeadsTable.BODY));
  }
}
