package dev.trellis.aws.dynamodb;

import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Position;
import java.util.Collection;
import java.util.Optional;

/** A lead's placement item: {@code version, body}. */
final class PlacementItem {

  private PlacementItem() {}

  static Item key(String lead) {
    return LeadsTable.key(lead, LeadsTable.PLACEMENT);
  }

  /** The next version of a position. */
  static Item after(String lead, Position position) {
    var next = position.nextVersion();
    return key(lead)
        .number(LeadsTable.VERSION, next.version())
        .document(LeadsTable.BODY, Json.write(next));
  }

  /** The position among the items of a lead's partition. */
  static Optional<Position> in(Collection<Item> items) {
    return items.stream()
        .filter(item -> LeadsTable.is(item, LeadsTable.PLACEMENT))
        .findFirst()
        .map(item -> Json.read(Position.class, item.document(LeadsTable.BODY)));
  }
}
