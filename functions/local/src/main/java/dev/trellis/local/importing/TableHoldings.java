package dev.trellis.local.importing;

import dev.trellis.aws.dynamodb.Document;
import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbPlacementStore;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.port.PlacementStore.Snapshot;
import dev.trellis.core.profile.Profile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The leads in the tables. */
final class TableHoldings implements Holdings {

  /** DynamoDB Local takes a page of no stated length for the rest of the segment. */
  private static final int PAGE = 500;

  /** For each page DynamoDB Local sorts the rest of what is scanned: many parts are quicker. */
  private static final int SEGMENTS = 128;

  private final DynamoDbClient client;
  private final String leads;
  private final DynamoDbLeadStore store;
  private final DynamoDbPlacementStore placements;

  /**
   * @param leads name of the table of leads
   * @param identities name of the table of identities
   */
  TableHoldings(DynamoDbClient client, String leads, String identities, IdentityKeys keys) {
    this.client = client;
    this.leads = leads;
    this.store = new DynamoDbLeadStore(client, leads, identities, keys);
    this.placements = new DynamoDbPlacementStore(client, leads);
  }

  // A segment gives the items of one lead together and in order: the placement, then the profile.
  @Override
  public void each(Consumer<Snapshot> visitor) {
    for (int segment = 0; segment < SEGMENTS; segment++) {
      each(segment, visitor);
    }
  }

  private void each(int segment, Consumer<Snapshot> visitor) {
    var positions = new HashMap<String, Position>();
    client
        .scanPaginator(r ->
            r.tableName(leads)
                .consistentRead(true)
                .segment(segment)
                .totalSegments(SEGMENTS)
                .limit(PAGE)
                .filterExpression(
                    "#item IN (:profile, :placement) AND attribute_not_exists(mergedInto)"
                        + " AND attribute_not_exists(erasedAt)")
                .expressionAttributeNames(Map.of("#item", "item"))
                .expressionAttributeValues(
                    Map.of(
                        ":profile", AttributeValue.fromS("profile"),
                        ":placement", AttributeValue.fromS("placement"))))
        .items()
        .forEach(item -> {
          var lead = item.get("lead").s();
          if (item.get("item").s().equals("placement")) {
            positions.put(lead, Json.read(Position.class, Document.read(item.get("body"))));
          } else {
            visitor.accept(new Snapshot(record(item), Optional.ofNullable(positions.remove(lead))));
          }
        });
  }

  @Override
  public Map<Identity, Name> names(Set<Identity> identities) {
    return store.names(identities);
  }

  @Override
  public Optional<Snapshot> load(String lead) {
    return placements.load(lead);
  }

  @Override
  public boolean holds(String lead, String event) {
    return client
        .getItem(r ->
            r.tableName(leads)
                .consistentRead(true)
                .projectionExpression("#lead")
                .expressionAttributeNames(Map.of("#lead", "lead"))
                .key(
                    Map.of(
                        "lead", AttributeValue.fromS(lead),
                        "item", AttributeValue.fromS("event#" + event))))
        .hasItem();
  }

  // Counting asks for no version, and for nobody whom the lead absorbed.
  private static LeadRecord record(Map<String, AttributeValue> item) {
    return LeadRecord.unborn(item.get("lead").s())
        .withProfile(Profile.fromJson(Document.read(item.get("body"))));
  }
}
