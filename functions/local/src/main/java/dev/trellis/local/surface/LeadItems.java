package dev.trellis.local.surface;

import static dev.trellis.aws.dynamodb.Document.read;

import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MergeTrail;
import dev.trellis.core.profile.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Leads as they lie in the table: a partition each, read as a whole. */
final class LeadItems {

  private static final String PROFILE = "profile";

  private final DynamoDbClient client;
  private final String table;

  LeadItems(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * One lead.
   *
   * @param items JSON documents by key, of the lead itself and of those it absorbed
   */
  record Partition(LeadRecord lead, List<Document> items) {

    /** Documents of the kind that a key begins with. */
    List<Document> of(String kind) {
      return items.stream().filter(d -> d.item().startsWith(kind)).toList();
    }

    /** Where the lead itself stands; empty until it was placed for the first time. */
    Optional<Position> position() {
      return of("placement").stream()
          .filter(d -> d.lead().equals(lead.lead()))
          .map(d -> d.as(Position.class))
          .findFirst();
    }
  }

  /**
   * @param lead whose partition it lies in
   */
  record Document(String lead, String item, String body) {

    <T> T as(Class<T> type) {
      return Json.read(type, body);
    }
  }

  /** The lead of this id, or the one that absorbed it. */
  Optional<Partition> find(String id) {
    return own(id)
        .map(new MergeTrail<>(Partition::lead, this::own)::survivor)
        .filter(found -> found.lead().isLiving())
        .map(this::whole);
  }

  private Optional<Partition> own(String id) {
    var items = items(id);
    return items.stream()
        .filter(LeadItems::isProfile)
        .findFirst()
        .map(profile -> new Partition(lead(profile), documents(items)));
  }

  private Partition whole(Partition own) {
    var documents = new ArrayList<>(own.items());
    own.lead().absorbed().forEach(other -> documents.addAll(documents(items(other))));
    return new Partition(own.lead(), documents);
  }

  /** Every lead that was neither absorbed by another nor erased. */
  List<LeadRecord> all() {
    return stream().toList();
  }

  /** The same, page by page. */
  Stream<LeadRecord> stream() {
    return client
        .scanPaginator(r ->
            r.tableName(table)
                .consistentRead(true)
                .filterExpression(
                    "#item = :profile AND attribute_not_exists(mergedInto)"
                        + " AND attribute_not_exists(erasedAt)")
                .expressionAttributeNames(Map.of("#item", "item"))
                .expressionAttributeValues(Map.of(":profile", AttributeValue.fromS(PROFILE))))
        .items()
        .stream()
        .map(LeadItems::lead);
  }

  /** One document of a lead's own partition. */
  Optional<Document> document(String lead, String item) {
    var answer =
        client.getItem(r ->
            r.tableName(table)
                .consistentRead(true)
                .key(
                    Map.of(
                        "lead", AttributeValue.fromS(lead),
                        "item", AttributeValue.fromS(item))));
    return answer.hasItem()
        ? documents(List.of(answer.item())).stream().findFirst()
        : Optional.empty();
  }

  private List<Map<String, AttributeValue>> items(String lead) {
    return client
        .queryPaginator(r ->
            r.tableName(table)
                .consistentRead(true)
                .keyConditionExpression("#lead = :lead")
                .expressionAttributeNames(Map.of("#lead", "lead"))
                .expressionAttributeValues(Map.of(":lead", AttributeValue.fromS(lead))))
        .items()
        .stream()
        .toList();
  }

  private static List<Document> documents(List<Map<String, AttributeValue>> items) {
    return items.stream()
        .filter(item -> item.containsKey("body"))
        .map(i -> new Document(i.get("lead").s(), i.get("item").s(), read(i.get("body"))))
        .toList();
  }

  private static boolean isProfile(Map<String, AttributeValue> item) {
    return item.get("item").s().equals(PROFILE);
  }

  private static LeadRecord lead(Map<String, AttributeValue> item) {
    var absorbed = item.get("absorbed");
    var mergedInto = item.get("mergedInto");
    var apart = item.get("apart");
    var erasedAt = item.get("erasedAt");
    return new LeadRecord(
        item.get("lead").s(),
        Long.parseLong(item.get("version").n()),
        Profile.fromJson(read(item.get("body"))),
        absorbed == null ? null : new TreeSet<>(absorbed.ss()),
        mergedInto == null ? null : mergedInto.s(),
        0,
        apart == null ? null : new TreeSet<>(apart.ss()),
        erasedAt == null ? null : Instant.parse(erasedAt.s()));
  }
}
