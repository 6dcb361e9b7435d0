package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.event.Crowd;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.LeadRegister;
import dev.trellis.core.port.PlacementStore.Snapshot;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All leads in DynamoDB: reads the whole table, segment by segment and page by page. */
public record DynamoDbLeadRegister(DynamoDbClient client, String leadsTable)
    implements LeadRegister {

  /** DynamoDB Local takes a page of no stated length for the rest of the segment. */
  private static final int PAGE = 500;

  /** For each page DynamoDB Local sorts the rest of what is scanned: many parts are quicker. */
  private static final int SEGMENTS = 128;

  @Override
  public Stream<Snapshot> all() {
    return IntStream.range(0, SEGMENTS).boxed().flatMap(this::segment);
  }

  @Override
  public Stream<Crowd> crowds() {
    return CrowdItem.all(new Table(client, leadsTable)).stream();
  }

  // The items of one lead come together and in order: the placement, then the profile.
  private Stream<Snapshot> segment(int segment) {
    var positions = new HashMap<String, Position>();
    return items(segment)
        .mapMulti((item, leads) -> {
          var lead = item.text(LeadsTable.LEAD);
          PlacementItem.in(List.of(item))
              .ifPresentOrElse(
                  position -> positions.put(lead, position),
                  () ->
                      leads.accept(
                          new Snapshot(
                              ProfileItem.read(item),
                              Optional.ofNullable(positions.remove(lead)))));
        });
  }

  private Stream<Item> items(int segment) {
    return client
        .scanPaginator(scan ->
            scan.tableName(leadsTable)
                .consistentRead(true)
                .segment(segment)
                .totalSegments(SEGMENTS)
                .limit(PAGE)
                .filterExpression(
                    "#item IN (:profile, :placement) AND attribute_not_exists(mergedInto)"
                        + " AND attribute_not_exists(erasedAt)")
                .expressionAttributeNames(Map.of("#item", LeadsTable.ITEM))
                .expressionAttributeValues(
                    Map.of(
                        ":profile", AttributeValue.fromS(LeadsTable.PROFILE),
                        ":placement", AttributeValue.fromS(LeadsTable.PLACEMENT))))
        .items()
        .stream()
        .map(Item::new);
  }
}
