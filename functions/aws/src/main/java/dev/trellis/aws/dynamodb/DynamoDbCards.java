package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.port.CardQuery;
import dev.trellis.core.port.Cards;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Listing.Chunk;
import dev.trellis.core.port.Listing.Strand;
import dev.trellis.core.port.Twin;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Cards in DynamoDB: what the indexes over placements hold. */
public final class DynamoDbCards implements Cards {

  /** So that a page of one partition or a few is rarely more than two requests of each. */
  private static final int FEW = 25;

  /** So that one of all shards is rarely more than one of each. */
  private static final int FEWER = 20;

  private static final int MANY = 50;

  private final DynamoDbClient client;
  private final Table leads;

  public DynamoDbCards(DynamoDbClient client, String leadsTable) {
    this.client = client;
    this.leads = new Table(client, leadsTable);
  }

  @Override
  public Listing.Page<Card> page(CardQuery query, String after, int most) {
    var order = query.order();
    var isShared = order == CardQuery.Order.OWNER || order == CardQuery.Order.POOL;
    var chunk = !query.equals(query.indexed()) ? MANY : isShared ? FEW : FEWER;
    return new Listing<Card>(
            card -> order.key(card).orElseThrow(), query.isDescending(), strands(query, chunk))
        .page(after, most, query::holds);
  }

  private List<Strand<Card>> strands(CardQuery query, int chunk) {
    return switch (query.order()) {
      case NAME ->
          strands(
              index("byName", PlacementItem.SHARD, PlacementItem.NAME, false),
              shards(),
              query.name(),
              chunk);
      case COMPANY ->
          strands(
              index("byCompany", PlacementItem.SHARD, PlacementItem.COMPANY, false),
              shards(),
              query.company(),
              chunk);
      case BIRTH ->
          strands(
              index("byBirth", PlacementItem.SHARD, LeadsTable.LEAD, query.isDescending()),
              shards(),
              "",
              chunk);
      case OWNER ->
          strands(
              index("byOwner", PlacementItem.OWNER, PlacementItem.SINCE, query.isDescending()),
              List.of(query.owner()),
              "",
              chunk);
      case POOL ->
          strands(
              PlacementItem.byPool(client, leads.name(), query.isDescending()),
              pools(query.pools()),
              "",
              chunk);
    };
  }

  private Index index(String name, String partition, String sort, boolean descending) {
    return new Index(client, leads.name(), name, partition, sort, descending);
  }

  private static List<String> shards() {
    return IntStream.range(0, PlacementItem.SHARDS).mapToObj(PlacementItem::shard).toList();
  }

  private static List<String> pools(Collection<String> paths) {
    return paths.stream()
        .flatMap(path ->
            IntStream.range(0, PlacementItem.POOL_SHARDS)
                .mapToObj(number -> PlacementItem.pool(path, number)))
        .toList();
  }

  private static List<Strand<Card>> strands(
      Index index, List<String> partitions, String prefix, int most) {
    return partitions.stream()
        .<Strand<Card>>map(partition -> place -> cards(index.after(partition, prefix, place, most)))
        .toList();
  }

  private static Chunk<Card> cards(Chunk<Item> items) {
    return new Chunk<>(
        items.entries().stream().map(item -> PlacementItem.card(item).orElseThrow()).toList(),
        items.hasMore());
  }

  @Override
  public Listing.Page<Twin> twins(String after, int most) {
    var index = index("byTwin", ProfileItem.TWINS, ProfileItem.TOLD, true);
    var strands =
        IntStream.range(0, ProfileItem.TWIN_SHARDS)
            .mapToObj(ProfileItem::twins)
            .<Strand<Twin>>map(shard -> place -> twins(index.after(shard, "", place, MANY)))
            .toList();
    return new Listing<>(Twin::place, true, strands).page(after, most, _ -> true);
  }

  private static Chunk<Twin> twins(Chunk<Item> items) {
    return new Chunk<>(items.entries().stream().map(ProfileItem::twin).toList(), items.hasMore());
  }

  @Override
  public List<Card> of(Collection<String> ids) {
    return leads.lately(ids.stream().map(PlacementItem::key).toList()).stream()
        .flatMap(item -> PlacementItem.card(item).stream())
        .toList();
  }
}
