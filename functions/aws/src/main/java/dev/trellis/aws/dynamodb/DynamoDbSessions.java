package dev.trellis.aws.dynamodb;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.Sessions;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * What is remembered of browsers in DynamoDB, by a hash of each secret. DynamoDB removes what is
 * over, within days.
 */
public final class DynamoDbSessions implements Sessions {

  private static final String SESSION = "session";
  private static final String EXPIRES = "expiresAt";

  private final Table sessions;

  public DynamoDbSessions(DynamoDbClient client, String sessionsTable) {
    this.sessions = new Table(client, sessionsTable);
  }

  @Override
  public void keep(String secret, String text, Instant until) {
    var item =
        key(secret)
            .document(LeadsTable.BODY, text)
            .number(EXPIRES, until.plusSeconds(1).getEpochSecond())
            .text("until", until.toString());
    sessions.put(item, Guard.NONE);
  }

  @Override
  public Optional<String> find(String secret, Instant now) {
    return sessions.get(key(secret)).flatMap(item -> read(item, now));
  }

  @Override
  public Optional<String> take(String secret, Instant now) {
    var gone =
        sessions
            .client()
            .deleteItem(delete ->
                delete
                    .tableName(sessions.name())
                    .key(key(secret).attributes())
                    .returnValues(ReturnValue.ALL_OLD));
    return gone.hasAttributes() ? read(new Item(gone.attributes()), now) : Optional.empty();
  }

  private static Optional<String> read(Item item, Instant now) {
    return now.isBefore(Instant.parse(item.text("until")))
        ? Optional.of(item.document(LeadsTable.BODY))
        : Optional.empty();
  }

  private static Item key(String secret) {
    return Item.EMPTY.text(SESSION, Ids.derived(SESSION, secret));
  }
}
