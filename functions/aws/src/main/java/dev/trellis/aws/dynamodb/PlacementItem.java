package dev.trellis.aws.dynamodb;

import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.CardQuery.Order;
import java.util.Collection;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A lead's placement item: {@code version, body}, and while it is in lists {@code card} and the
 * keys of the indexes over it. An index has a number of shards, so that none of its keys becomes
 * hot: which is a lead's is told by its id.
 */
final class PlacementItem {

  static final String CARD = "card";
  static final String SHARD = "shard";
  static final String POOL = "pool";
  static final String OWNER = "owner";
  static final String SINCE = "since";
  static final String NAME = "name";
  static final String COMPANY = "company";

  /** Of all leads, by birth, by name and by company. */
  static final int SHARDS = 4;

  /** Of each pool: a thousand moves a second each, and a subtree is still few partitions. */
  static final int POOL_SHARDS = 2;

  /** Past this, text is deflated: with its card a position is to be one kilobyte. */
  static final int LONGEST_TEXT = 250;

  private PlacementItem() {}

  /** The index over pools, in which members of groups and whoever waits at a step stand as well. */
  static Index byPool(DynamoDbClient client, String leadsTable, boolean descending) {
    return new Index(client, leadsTable, "byPool", POOL, SINCE, descending);
  }

  static Item key(String lead) {
    return LeadsTable.key(lead, LeadsTable.PLACEMENT);
  }

  /** The next version of a position. */
  static Item after(String lead, Position position, Optional<Card> card) {
    var next = position.nextVersion();
    var item =
        key(lead)
            .number(LeadsTable.VERSION, next.version())
            .document(LeadsTable.BODY, Json.write(next), LONGEST_TEXT);
    return card.map(shown -> listed(item, shown)).orElse(item);
  }

  private static Item listed(Item item, Card card) {
    return item.text(CARD, Json.write(card))
        .text(SHARD, shard(Math.floorMod(card.lead().hashCode(), SHARDS)))
        .text(POOL, pool(card.pool(), Math.floorMod(card.lead().hashCode(), POOL_SHARDS)))
        .text(SINCE, Order.POOL.key(card).orElseThrow())
        .text(OWNER, card.owner())
        .text(NAME, Order.NAME.key(card).orElse(null))
        .text(COMPANY, Order.COMPANY.key(card).orElse(null));
  }

  static String shard(int number) {
    return Integer.toString(number);
  }

  static String pool(String path, int number) {
    return path + "#" + number;
  }

  /** The position among the items of a lead's partition. */
  static Optional<Position> in(Collection<Item> items) {
    return standing(items).map(item -> Json.read(Position.class, item.document(LeadsTable.BODY)));
  }

  /** The card beside it; empty if the lead is in no list. */
  static Optional<Card> card(Collection<Item> items) {
    return standing(items).flatMap(PlacementItem::card);
  }

  static Optional<Card> card(Item item) {
    return Optional.ofNullable(item.text(CARD)).map(card -> Json.read(Card.class, card));
  }

  private static Optional<Item> standing(Collection<Item> items) {
    return items.stream().filter(item -> LeadsTable.is(item, LeadsTable.PLACEMENT)).findFirst();
  }
}
