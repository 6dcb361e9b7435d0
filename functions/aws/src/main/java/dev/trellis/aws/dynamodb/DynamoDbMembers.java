package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.port.CardQuery;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Listing.Chunk;
import dev.trellis.core.port.Listing.Strand;
import dev.trellis.core.port.Members;
import dev.trellis.core.port.WayIn;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Members of groups in DynamoDB, by the index over pools; and the counts of both. */
public final class DynamoDbMembers implements Members {

  /** So that a page of two partitions is rarely more than two requests, nor ten cost too much. */
  private static final int CHUNK = 40;

  private final Table leads;

  public DynamoDbMembers(DynamoDbClient client, String leadsTable) {
    this.leads = new Table(client, leadsTable);
  }

  @Override
  public Listing.Page<Member> page(String group, CardQuery query, String after, int most) {
    var isNewestFirst = !query.isOldestFirst();
    var index = PlacementItem.byPool(leads.client(), leads.name(), isNewestFirst);
    var strands =
        IntStream.range(0, PlacementItem.POOL_SHARDS)
            .<Strand<Member>>mapToObj(
                shard -> place -> chunk(index, GroupItem.partition(group, shard), place))
            .toList();
    return new Listing<>(Member::place, isNewestFirst, strands)
        .page(after, most, member -> query.holds(member.card()));
  }

  /** The partitions of the leads' table that hold how many are where, and came how. */
  public static Stream<String> countPartitions() {
    return Stream.concat(CountItem.keys().stream(), CountItem.wayPartitions())
        .map(key -> key.text("lead"));
  }

  private static Chunk<Member> chunk(Index index, String partition, String place) {
    var found = index.after(partition, "", place, CHUNK);
    return new Chunk<>(found.entries().stream().map(GroupItem::member).toList(), found.hasMore());
  }

  @Override
  public Headcount counts() {
    return leads.lately(CountItem.keys()).stream()
        .map(CountItem::read)
        .reduce(Headcount.NONE, Headcount::plus);
  }

  @Override
  public WayIn.Counts ways(LocalDate since) {
    return CountItem.ways(leads, since);
  }
}
