package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Flow;
import dev.trellis.core.port.Flows;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Listing.Chunk;
import dev.trellis.core.port.Listing.Strand;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How people go through journeys in DynamoDB: one item of counts per journey, in one partition; and
 * who waits, by the index over pools, in which an enrollment stands as long as its lead waits at a
 * step.
 */
public final class DynamoDbFlows implements Flows {

  /** The partition of the leads' table that holds what is counted. */
  public static final String PARTITION = "flows#";

  private static final int CHUNK = 40;
  private static final String COUNT = "n:";

  private final Table leads;
  private final Index index;

  public DynamoDbFlows(DynamoDbClient client, String leadsTable) {
    this.leads = new Table(client, leadsTable);
    this.index = PlacementItem.byPool(client, leadsTable, true);
  }

  @Override
  public void add(Map<String, Flow> flows) {
    flows.forEach((journey, flow) -> add(leads, journey, flow));
  }

  private static void add(Table leads, String journey, Flow flow) {
    if (flow.counts().isEmpty()) {
      return;
    }
    var change = new TreeMap<String, Long>();
    flow.counts().forEach((what, by) -> change.put(COUNT + what, by));
    leads.update(LeadsTable.key(PARTITION, journey), CountItem.adding(change), Guard.NONE);
  }

  @Override
  public SortedMap<String, Flow> all() {
    var all = new TreeMap<String, Flow>();
    leads
        .partition(LeadsTable.partition(PARTITION))
        .forEach(item -> all.put(item.text(LeadsTable.ITEM), read(item)));
    return all;
  }

  private static Flow read(Item item) {
    var counts = new TreeMap<String, Long>();
    item.attributes().keySet().stream()
        .filter(name -> name.startsWith(COUNT))
        .forEach(name -> counts.put(name.substring(COUNT.length()), item.number(name)));
    return new Flow(counts);
  }

  @Override
  public Listing.Page<Waiting> waiting(String journey, String step, String after, int most) {
    var strands =
        IntStream.range(0, PlacementItem.POOL_SHARDS)
            .<Strand<Waiting>>mapToObj(
                shard -> place -> chunk(partition(journey, step, shard), place))
            .toList();
    return new Listing<>(Waiting::place, true, strands).page(after, most, _ -> true);
  }

  private Chunk<Waiting> chunk(String partition, String place) {
    var found = index.after(partition, "", place, CHUNK);
    return new Chunk<>(
        found.entries().stream().map(DynamoDbFlows::waiting).toList(), found.hasMore());
  }

  private static Waiting waiting(Item item) {
    var since = item.text(PlacementItem.SINCE);
    return new Waiting(
        item.text(LeadsTable.LEAD), Instant.parse(since.substring(0, since.indexOf('#'))));
  }

  /** An enrollment as it stands in the index. */
  static Item listed(Item item, String lead, Enrollment enrollment) {
    var step = enrollment.step();
    return enrollment.active() && step != null
        ? item.text(
                PlacementItem.POOL,
                partition(
                    enrollment.journey(),
                    step,
                    Math.floorMod(lead.hashCode(), PlacementItem.POOL_SHARDS)))
            .text(PlacementItem.SINCE, new Waiting(lead, enrollment.since()).place())
        : item;
  }

  // No path of a pool begins so, and no group.
  private static String partition(String journey, String step, int shard) {
    return ">" + journey + ">" + Flow.mark(step) + "#" + shard;
  }

  /**
   * Whoever is forgotten waits nowhere any more; how they went stays as numbers of nobody. Who is
   * in no index was never counted.
   */
  static void leave(Table leads, List<Item> items) {
    var listed = items.stream().filter(item -> item.text(PlacementItem.POOL) != null).toList();
    DynamoDbEnrollmentStore.enrollments(listed).stream()
        .filter(Enrollment::active)
        .forEach(e -> add(leads, e.journey(), Flow.NONE.minus(Flow.at(e))));
  }
}
