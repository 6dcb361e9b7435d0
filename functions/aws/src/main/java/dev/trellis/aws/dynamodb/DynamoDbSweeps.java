package dev.trellis.aws.dynamodb;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.Sweeps;
import java.util.Map;
import java.util.Optional;
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

  private final DynamoDbClient client;
  private final String leadsTable;
  private final Table timers;

  public DynamoDbSweeps(DynamoDbClient client, String leadsTable, String timersTable) {
    this.client = client;
    this.leadsTable = leadsTable;
    this.timers = new Table(client, timersTable);
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
                .filterExpression(
                    "#item = :profile AND attribute_not_exists(mergedInto)"
                        + " AND attribute_not_exists(erasedAt)")
                .projectionExpression("#lead")
                .expressionAttributeNames(
                    Map.of("#item", LeadsTable.ITEM, "#lead", LeadsTable.LEAD))
                .expressionAttributeValues(
                    Map.of(":profile", AttributeValue.fromS(LeadsTable.PROFILE))));
    var leads = answer.items().stream().map(item -> item.get(LeadsTable.LEAD).s()).toList();
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
