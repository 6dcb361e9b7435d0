package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.playbook.Fields;
import dev.trellis.core.playbook.Fields.Block;

/**
 * One of the four blocks of a 360° profile (R25).
 *
 * @param fields every field of the block, in the playbook's order; empty where nothing is known
 * @param completenessPercent share of the fields somebody could tell us that are known, rounded
 *     down; what we count ourselves is no question to anybody
 */
public record BlockView(
    Block block, SequencedMap<String, Optional<Attribute>> fields, int completenessPercent) {

  static List<BlockView> all(Fields fields, Attributes attributes) {
    return Stream.of(Block.values()).map(b -> of(b, fields, attributes)).toList();
  }

  private static BlockView of(Block block, Fields fields, Attributes attributes) {
    var values = new LinkedHashMap<String, Optional<Attribute>>();
    long asked = 0;
    long known = 0;
    for (var field : fields.byId().values()) {
      if (field.block() == block) {
        var shown = attributes.shown(field.id());
        values.put(field.id(), shown);
        asked += field.derived() == null ? 1 : 0;
        known += field.derived() == null && shown.isPresent() ? 1 : 0;
      }
    }
    return new BlockView(
        block,
        Collections.unmodifiableSequencedMap(values),
        asked == 0 ? 100 : (int) (100 * known / asked));
  }
}
