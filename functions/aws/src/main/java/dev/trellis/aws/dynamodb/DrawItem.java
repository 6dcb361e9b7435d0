package dev.trellis.aws.dynamodb;

import static dev.trellis.core.port.Draw.CEILING;
import static dev.trellis.core.port.Draw.UNLIMITED;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.Draw;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What was drawn of budgets, beside the suppressions: one item per mailbox and day, which holds the
 * sends as sets, so that the same send draws once; one per network and hour, which only counts.
 */
final class DrawItem {

  private static final String MAILBOX = "mailbox#";
  private static final String NETWORK = "network#";
  private static final int SHORT = 8;

  private DrawItem() {}

  static void add(Transaction transaction, Table table, Draw draw, String sendId) {
    var mailbox = ofMailbox(draw, hash(sendId));
    transaction.update(
        "mailbox", table, DynamoDbSuppressions.key(MAILBOX + draw.mailbox()), mailbox);
    draw.hour()
        .ifPresent(hour ->
            transaction.update(
                "network", table, key(hour), Guarded.counting(hour.most(), draw.until())));
  }

  /** Gives back what a send drew of its network. */
  static void giveBack(Table table, Draw.Hour hour) {
    table.update(key(hour), Guarded.back(), Guard.NONE);
  }

  private static Guarded ofMailbox(Draw draw, String send) {
    var names = new TreeMap<String, String>();
    names.put("#until", Guarded.UNTIL);
    names.put("#sends", "sends");
    names.put("#asked", "asked");
    names.put("#network", "by#" + draw.network());
    var values = new TreeMap<String, AttributeValue>();
    var asked = hash(draw.network(), draw.matter());
    values.put(":until", Guarded.n(draw.until().getEpochSecond()));
    values.put(":send", AttributeValue.fromS(send));
    values.put(":sends", AttributeValue.fromSs(List.of(send)));
    values.put(":matter", AttributeValue.fromS(asked));
    values.put(":matters", AttributeValue.fromSs(List.of(asked)));
    values.put(":most", Guarded.n(draw.most()));
    values.put(":ceiling", Guarded.n(CEILING));
    var update = "SET #until = :until ADD #sends :sends, #network :sends, #asked :matters";
    var rest =
        below("#network", ":most")
            + " AND ("
            + below("#sends", ":most")
            + " OR size(#sends) < :ceiling AND NOT contains(#asked, :matter))";
    if (draw.again() != UNLIMITED) {
      names.put("#matter", "of#" + asked);
      values.put(":again", Guarded.n(draw.again()));
      update += ", #matter :sends";
      rest += " AND " + below("#matter", ":again");
    }
    var condition = "contains(#sends, :send) OR " + rest;
    return new Guarded(new Change(update, names, values), condition);
  }

  private static Item key(Draw.Hour hour) {
    return DynamoDbSuppressions.key(NETWORK + hour.network());
  }

  private static String below(String set, String most) {
    return "(attribute_not_exists(%s) OR size(%s) < %s)".formatted(set, set, most);
  }

  private static String hash(String... parts) {
    return Ids.derived(parts).substring(0, SHORT);
  }
}
