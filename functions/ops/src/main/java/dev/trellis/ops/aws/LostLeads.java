package dev.trellis.ops.aws;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbFlows;
import dev.trellis.aws.dynamodb.DynamoDbLeadFiles;
import dev.trellis.aws.dynamodb.DynamoDbLetterRuns;
import dev.trellis.aws.dynamodb.DynamoDbMailLedger;
import dev.trellis.aws.dynamodb.DynamoDbMembers;
import dev.trellis.aws.dynamodb.DynamoDbSteering;
import dev.trellis.aws.dynamodb.DynamoDbSweeps;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.PersonalItems;
import dev.trellis.core.port.sweep.Sweeps;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Brings back what tables lost, from copies of them of an earlier moment, and nobody who was erased
 * since: of them comes back what an erasure leaves. Doing it again does the rest of it.
 *
 * @param copies the names of the copies, by the logical id of the table
 * @param erased leads of which others say that they were erased
 */
public record LostLeads(Stack stack, Map<String, String> copies, Set<String> erased) {

  private static final Map<String, String> KEYS =
      Map.of(
          "LeadsTable", "lead",
          "IdentitiesTable", "identity",
          "AccountsTable", "account",
          "SuppressionsTable", "address",
          "GroupsTable", "kind",
          "TimersTable", "bucket",
          "AuditTable", "day");

  /** What people said that stands beside the timers. */
  private static final List<String> SAID =
      Stream.of(DynamoDbSteering.PARTITIONS, DynamoDbLetterRuns.PARTITIONS)
          .flatMap(List::stream)
          .toList();

  /**
   * The tables that can be brought back. Of timers, all is in the leads, but not what people said
   * of sweeps, journeys and letters; what was refused may be of people who were erased, and nothing
   * there tells whose it is.
   */
  public static SortedSet<String> tables() {
    return new TreeSet<>(KEYS.keySet());
  }

  /** True of a table from whose copy people could come back who were erased since. */
  public static boolean namesPeople(String table) {
    return Set.of("LeadsTable", "IdentitiesTable", "AccountsTable").contains(table);
  }

  /** Everything but the leads themselves; the answer is how much came back. */
  public long others() {
    long back = 0;
    for (var table : copies.keySet()) {
      back +=
          switch (table) {
            case "LeadsTable" ->
                partitions(
                        table,
                        Stream.of("crowd", DynamoDbMailLedger.UNKNOWN, DynamoDbFlows.PARTITION))
                    + partitions(table, DynamoDbMembers.countPartitions());
            case "TimersTable" -> partitions(table, SAID.stream());
            case "IdentitiesTable" -> names();
            default -> copy(table).fill(item -> item);
          };
    }
    erased.forEach(stack.accounts()::forget);
    return back;
  }

  private long partitions(String table, Stream<String> partitions) {
    return partitions.mapToLong(copy(table)::fill).sum();
  }

  private long names() {
    var at = AttributeValue.fromS(stack.clock().instant().toString());
    var known = new ConcurrentHashMap<String, Boolean>();
    return copy("IdentitiesTable")
        .fill(item -> {
          var owner = item.get("lead");
          if (owner == null || !known.computeIfAbsent(owner.s(), this::isErased)) {
            return item;
          }
          return Map.of("identity", item.get("identity"), "erasedAt", at);
        });
  }

  private boolean isErased(String lead) {
    return erased.contains(lead)
        || stack.leadFiles().part(lead).filter(p -> p.lead().erasedAt() != null).isPresent();
  }

  /** True of a lead that is there and lives. */
  public boolean isBack(String lead) {
    return stack.leadFiles().part(lead).filter(p -> p.lead().erasedAt() == null).isPresent();
  }

  /** All leads of the copy. */
  public Sweeps leads() {
    return DynamoDbSweeps.ofAll(
        stack.dynamoDb(), copies.get("LeadsTable"), stack.called("TimersTable"));
  }

  /**
   * Brings back one lead, if it is missing: its profile last, by which it is known to be there.
   *
   * @param beforehand is told what comes back of somebody living
   * @return true if it came back
   */
  public boolean bringBack(String lead, PersonalItems graves, Consumer<LeadFile.Part> beforehand) {
    var isThere = stack.leadFiles().lead(lead).isPresent();
    var copy = copy("LeadsTable");
    if (isErased(lead)) {
      bury(lead, isThere ? Optional.empty() : files().lead(lead), copy, graves);
      return false;
    } else if (isThere) {
      return false;
    }
    var part = files().part(lead).orElseThrow();
    copy.fill(lead, "profile");
    stack.restored().add(lead);
    beforehand.accept(part);
    return copy.fill(key(lead, "profile"));
  }

  // It was counted where it stood: with its placement that goes, however often this is begun anew.
  private void bury(String lead, Optional<LeadRecord> missing, Copy copy, PersonalItems graves) {
    missing.ifPresent(found -> {
      copy.fill(key(lead, "placement"));
      graves.bury(found.erased(stack.clock().instant()).atVersion(0));
    });
    graves.clear(lead);
  }

  private LeadFiles files() {
    return new DynamoDbLeadFiles(stack.dynamoDb(), copies.get("LeadsTable"));
  }

  private static Map<String, AttributeValue> key(String lead, String item) {
    return Map.of("lead", AttributeValue.fromS(lead), "item", AttributeValue.fromS(item));
  }

  private Copy copy(String table) {
    return new Copy(stack.dynamoDb(), copies.get(table), stack.called(table), KEYS.get(table));
  }
}
