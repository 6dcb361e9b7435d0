package dev.trellis.aws.dynamodb;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadStore.Logged;
import dev.trellis.core.port.imports.RowEffect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An item of a lead's log: {@code at, kind, version, body}, and {@code effect} if it tells of a row
 * of a file; those of a long log have {@code log, place} as well, by which an index lists them by
 * time. Few leads ever have one, and nobody else pays for it.
 */
final class EventItem {

  static final String PREFIX = "event#";

  /** Erased events are not written again. */
  static final Guard THERE = Guard.present(LeadsTable.LEAD);

  private static final String LOG = "log";
  private static final String PLACE = "place";
  private static final String EFFECT = "effect";

  private EventItem() {}

  static Item key(String lead, String event) {
    return LeadsTable.key(lead, PREFIX + event);
  }

  static Item of(String lead, Logged logged, Optional<RowEffect> effect) {
    var item = of(lead, logged);
    return effect.map(did -> item.text(EFFECT, did.text())).orElse(item);
  }

  static Item of(String lead, Logged logged) {
    var event = logged.event();
    var item =
        key(lead, event.id())
            .text("at", SortableTime.millis(event.occurredAt()))
            .text("kind", event.kind())
            .number(LeadsTable.VERSION, logged.version())
            .document(LeadsTable.BODY, event.toJson());
    return logged.version() < LeadFiles.LONG
        ? item
        : item.text(LOG, lead).text(PLACE, LeadFile.place(event));
  }

  /** Puts an event of a log that grows long into the index. */
  static Change listed(String lead, LeadEvent event) {
    return Change.set(Map.of(LOG, lead, PLACE, LeadFile.place(event)), THERE);
  }

  /** The events of long logs by time, newest first. */
  static Index byTime(Table leads) {
    return new Index(leads.client(), leads.name(), "byTime", LOG, PLACE, true);
  }

  static boolean is(Item item) {
    return item.text(LeadsTable.ITEM).startsWith(PREFIX);
  }

  static List<LeadEvent> events(List<Item> items) {
    return items.stream().filter(EventItem::is).map(EventItem::event).toList();
  }

  static LeadEvent event(Item item) {
    return Json.read(LeadEvent.class, item.document(LeadsTable.BODY));
  }

  /** Of whatever event lies there. */
  static String id(Item item) {
    return item.text(LeadsTable.ITEM).substring(PREFIX.length());
  }

  /** What the row of a file did that the event tells of. */
  static RowEffect effect(Item item) {
    var did = item.text(EFFECT);
    return did == null ? RowEffect.KNOWN : RowEffect.read(did);
  }

  static Logged read(Item item) {
    return new Logged(event(item), item.number(LeadsTable.VERSION));
  }
}
