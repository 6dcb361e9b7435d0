package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.event.Crowd;
import dev.trellis.core.json.Json;

/**
 * The records of crowds: a partition of their own beside the leads, in order of time. Of a network
 * only a record's key is made, for the hour in which it is counted; what it was is not kept.
 */
final class CrowdItem {

  private static final String PARTITION = "crowd";
  private static final String COUNT = "count";
  private static final String PEOPLE = "people";

  /** Long enough to compare a season with that of the year before. */
  private static final Duration KEPT = Duration.ofDays(2 * 366);

  private CrowdItem() {}

  static void add(Table leads, Crowd crowd) {
    var key = LeadsTable.key(PARTITION, SortableTime.millis(crowd.from()) + "#" + crowd.id());
    var change =
        new Change(
            "SET #body = :body, #until = :until ADD #count :count, #people :people",
            Map.of(
                "#body",
                LeadsTable.BODY,
                "#until",
                Guarded.UNTIL,
                "#count",
                COUNT,
                "#people",
                PEOPLE),
            Map.of(
                ":body", Document.write(Json.write(crowd.anywhere())),
                ":until", Guarded.n(crowd.from().plus(KEPT).getEpochSecond()),
                ":count", Guarded.n(crowd.count()),
                ":people", Guarded.n(crowd.people())));
    leads.update(key, change, Guard.NONE);
  }

  static List<Crowd> all(Table leads) {
    return leads.partition(LeadsTable.partition(PARTITION)).stream().map(CrowdItem::read).toList();
  }

  private static Crowd read(Item item) {
    var one = Json.read(Crowd.class, item.document(LeadsTable.BODY));
    return new Crowd(
        one.from(),
        one.channel(),
        one.origin(),
        one.happening(),
        item.number(COUNT),
        item.number(PEOPLE));
  }
}
