package dev.trellis.aws.dynamodb;

import dev.trellis.core.port.Quarantine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Refused messages in DynamoDB: {@code message, ticket, reason, at, body}. */
public final class DynamoDbQuarantine implements Quarantine {

  private static final String MESSAGE = "message";
  private static final String TICKET = "ticket";
  private static final String REASON = "reason";
  private static final String AT = "at";

  private final Table messages;

  public DynamoDbQuarantine(DynamoDbClient client, String quarantineTable) {
    this.messages = new Table(client, quarantineTable);
  }

  @Override
  public void put(Refused refused) {
    messages.put(
        key(refused.id())
            .text(TICKET, refused.ticket())
            .text(REASON, refused.reason())
            .text(AT, refused.at().toString())
            .document(LeadsTable.BODY, refused.body()),
        Guard.NONE);
  }

  @Override
  public List<Refused> list() {
    return messages.scan().stream()
        .map(DynamoDbQuarantine::read)
        .sorted(Comparator.comparing(Refused::at).thenComparing(Refused::id))
        .toList();
  }

  @Override
  public Optional<Refused> find(String id) {
    return messages.get(key(id)).map(DynamoDbQuarantine::read);
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
