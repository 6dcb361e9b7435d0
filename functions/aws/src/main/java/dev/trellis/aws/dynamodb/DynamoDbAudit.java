package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.Audit;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Listing.Chunk;
import dev.trellis.core.port.Listing.Strand;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Who did what in DynamoDB: {@code day, at, actor, body, expiresAt}, a partition for each day in
 * UTC, and an index by actor. What is over is removed within days.
 */
public final class DynamoDbAudit implements Audit {

  private static final String DAY = "day";
  private static final String AT = "at";
  private static final String ACTOR = "actor";

  private final DynamoDbClient client;
  private final Table deeds;

  public DynamoDbAudit(DynamoDbClient client, String auditTable) {
    this.client = client;
    this.deeds = new Table(client, auditTable);
  }

  @Override
  public void note(Deed deed) {
    deeds.put(
        Item.EMPTY
            .text(DAY, day(deed.at()).toString())
            .text(AT, place(deed))
            .text(ACTOR, deed.actor())
            .number(Guarded.UNTIL, deed.at().plus(KEPT).getEpochSecond())
            .document(LeadsTable.BODY, Json.write(deed)),
        Guard.NONE);
  }

  @Override
  public Listing.Page<Deed> page(Instant from, Instant to, String actor, String after, int most) {
    var strands =
        actor == null
            ? day(from)
                .datesUntil(day(to).plusDays(1))
                .map(day -> strand(index(null, DAY), day.toString(), from, to, most))
                .toList()
            : List.of(strand(index("byActor", ACTOR), actor, from, to, most));
    return new Listing<>(DynamoDbAudit::place, true, strands).page(after, most, _ -> true);
  }

  // What comes before the span ends the strand.
  private Strand<Deed> strand(Index index, String of, Instant from, Instant to, int most) {
    return place -> {
      var chunk = index.after(of, "", place == null ? SortableTime.millis(to) : place, most);
      var within =
          chunk.entries().stream()
              .map(item -> Json.read(Deed.class, item.document(LeadsTable.BODY)))
              .takeWhile(deed -> !deed.at().isBefore(from))
              .toList();
      return new Chunk<>(within, chunk.hasMore() && within.size() == chunk.entries().size());
    };
  }

  private Index index(String name, String partition) {
    return new Index(client, deeds.name(), name, partition, AT, true);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static String place(Deed deed) {
    return SortableTime.millis(deed.at()) + "#" + deed.id();
  }
}
