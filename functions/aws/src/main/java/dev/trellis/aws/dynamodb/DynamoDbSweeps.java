package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.sweep.Sweeps;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Sweeps over the leads' table, a page of a segment at a time; how far they are stands among the
 * timers. Reads everything that is stored about leads once per sweep.
 */
public final class DynamoDbSweeps implements Sweeps {

  /** As few as a page of 1 MB may hold. */
  private static final int PAGE = 500;

  /** For each page DynamoDB Local sorts the rest of what is scanned: many parts are quicker. */
  private static final int SEGMENTS = 64;

  private static final String LIVING =
      "#item = :item AND attribute_not_exists(mergedInto) AND attribute_not_exists(erasedAt)";

  private final DynamoDbClient client;
  private final String leadsTable;
  private final Table timers;
  private final String filter;
  private final String item;

  public DynamoDbSweeps(DynamoDbClient client, String leadsTable, String timersTable) {
    this(client, leadsTable, timersTable, LIVING, LeadsTable.PROFILE);
  }

  private DynamoDbSweeps(
      DynamoDbClient client, String leadsTable, String timersTable, String filter, String item) {
    this.client = client;
    this.leadsTable = leadsTable;
    this.timers = new Table(client, timersTable);
    this.filter = filter;
    this.item = item;
  }

  /**
   * Over whoever is or was in a journey, absorbed leads included; one may be met more than once.
   */
  public static DynamoDbSweeps ofJourney(
      DynamoDbClient client, String leadsTable, String timersTable, String journey) {
    return new DynamoDbSweeps(
        client,
        leadsTable,
        timersTable,
        "begins_with(#item, :item)",
        DynamoDbEnrollmentStore.PREFIX + journey + "#");
  }

  /** The journeys that anybody is or was in. Reads all of the leads' table. */
  public static SortedSet<String> journeys(DynamoDbClient client, String leadsTable) {
    return new Table(client, leadsTable)
        .matching(
            "begins_with(#item, :journey)",
            Map.of("#item", LeadsTable.ITEM),
            Map.of(":journey", DynamoDbEnrollmentStore.PREFIX))
        .map(item -> item.text(LeadsTable.ITEM).split("#", 3)[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Over all leads that were ever born, absorbed and erased ones included. */
  public static DynamoDbSweeps ofAll(DynamoDbClient client, String leadsTable, String timersTable) {
    return new DynamoDbSweeps(client, leadsTable, timersTable, "#item = :item", LeadsTable.PROFILE);
  }

  @Override
  public Optional<Progress> progress(String owner) {
    return timers
        .get(key(owner))
        .map(item -> Json.read(Progress.class, item.document(LeadsTable.BODY)));
  }

  @Override
  public void save(String owner, Progress progress) {
    timers.put(key(owner).document(LeadsTable.BODY, Json.write(progress)), Guard.NONE);
  }

  private static Item key(String owner) {
    return Item.EMPTY.text("bucket", "sweep#" + owner).text("timer", "sweep");
  }

  @Override
  public Page page(String from) {
    var at = from.split(" ", 3);
    int segment = from.equals(START) ? 0 : Integer.parseInt(at[0]);
    var answer =
        client.scan(scan ->
            scan.tableName(leadsTable)
                .segment(segment)
                .totalSegments(SEGMENTS)
                .limit(PAGE)
                .exclusiveStartKey(
                    at.length == 3 ? LeadsTable.key(at[1], at[2]).attributes() : null)
                .filterExpression(filter)
                .projectionExpression("#lead")
                .expressionAttributeNames(
                    Map.of("#item", LeadsTable.ITEM, "#lead", LeadsTable.LEAD))
                .expressionAttributeValues(Map.of(":item", AttributeValue.fromS(item))));
    var leads =
        answer.items().stream().map(found -> found.get(LeadsTable.LEAD).s()).distinct().toList();
    return new Page(leads, next(segment, answer));
  }

  private static String next(int segment, ScanResponse answer) {
    if (answer.hasLastEvaluatedKey()) {
      var last = new Item(answer.lastEvaluatedKey());
      return segment + " " + last.text(LeadsTable.LEAD) + " " + last.text(LeadsTable.ITEM);
    }
    return segment + 1 < SEGMENTS ? Integer.toString(segment + 1) : null;
  }
}
