package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.PlacementStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Positions and moves in DynamoDB; a lead's first move lies within its position. */
public final class DynamoDbPlacementStore implements PlacementStore {

  static final String MOVE = "move#";

  private final Table leads;

  public DynamoDbPlacementStore(DynamoDbClient client, String leadsTable) {
    this.leads = new Table(client, leadsTable);
  }

  @Override
  public void expect(Collection<String> expected) {
    leads.readAhead(expected.stream().flatMap(lead -> keys(lead).stream()).toList());
  }

  @Override
  public Optional<Snapshot> load(String lead) {
    var items = leads.all(keys(lead));
    return ProfileItem.in(items)
        .map(found -> new Snapshot(found, PlacementItem.in(items), PlacementItem.card(items)));
  }

  @Override
  public boolean save(String lead, Position position, Optional<Card> card, Optional<Move> move) {
    var item = PlacementItem.after(lead, position, card);
    var guard = Guard.version(LeadsTable.LEAD, position.version());
    if (move.isEmpty() || move.get().equals(position.first())) {
      return leads.put(item, guard).written();
    }
    var outcome =
        new Transaction(leads.client())
            .put("placement", leads, item, guard)
            .put("move", leads, moveItem(lead, move.get()), Guard.NONE)
            .run(null);
    return switch (outcome) {
      case Transaction.Outcome.Committed _ -> true;
      case Transaction.Outcome.Refused(var standing) ->
          standing.getOrDefault("placement", Optional.empty()).filter(item::equals).isPresent();
      case Transaction.Outcome.Busy _ -> false;
    };
  }

  private static Item moveItem(String lead, Move move) {
    return LeadsTable.key(lead, MOVE + SortableTime.millis(move.at()) + "#" + move.id())
        .document(LeadsTable.BODY, Json.write(move));
  }

  private static List<Item> keys(String lead) {
    return List.of(ProfileItem.key(lead), PlacementItem.key(lead));
  }
}
