package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.port.Quarantine;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Refused messages in DynamoDB: {@code message, ticket, reason, at, body, expiresAt}. */
public final class DynamoDbQuarantine implements Quarantine {

  private static final String MESSAGE = "message";
  private static final String TICKET = "ticket";
  private static final String REASON = "reason";
  private static final String AT = "at";

  private final Table messages;
  private final InstantSource clock;

  public DynamoDbQuarantine(DynamoDbClient client, String quarantineTable, InstantSource clock) {
    this.messages = new Table(client, quarantineTable);
    this.clock = clock;
  }

  @Override
  public void put(Refused refused) {
    messages.put(
        key(refused.id())
            .text(TICKET, refused.ticket())
            .text(REASON, refused.reason())
            .text(AT, refused.at().toString())
            .number("expiresAt", refused.expiresAt().getEpochSecond())
            .document(LeadsTable.BODY, refused.body()),
        Guard.NONE);
  }

  // One call per MB of what was refused in a month. The table's own clock takes days, and knows
  // nothing of what was put here before it was wound.
  @Override
  public List<Refused> list() {
    var all = messages.scan().stream().map(DynamoDbQuarantine::read).toList();
    all.stream().filter(refused -> !isKept(refused)).forEach(this::remove);
    return all.stream()
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
    return messages.delete(key(refused.id()), Guard.absent(MESSAGE).or(TICKET, refused.ticket()));
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
