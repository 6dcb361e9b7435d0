package dev.trellis.aws.dynamodb;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.LeadStore.Logged;

/** An item of a lead's log: {@code at, kind, version, body}. */
final class EventItem {

  static final String PREFIX = "event#";

  private EventItem() {}

  static Item key(String lead, String event) {
    return LeadsTable.key(lead, PREFIX + event);
  }

  static Item of(String lead, Logged logged) {
    var event = logged.event();
    return key(lead, event.id())
        .text("at", SortableTime.millis(event.occurredAt()))
        .text("kind", event.kind())
        .number(LeadsTable.VERSION, logged.version())
        .document(LeadsTable.BODY, event.toJson());
  }

  static Logged read(Item item) {
    return new Logged(
        Json.read(LeadEvent.class, item.document(LeadsTable.BODY)),
        item.number(LeadsTable.VERSION));
  }
}
