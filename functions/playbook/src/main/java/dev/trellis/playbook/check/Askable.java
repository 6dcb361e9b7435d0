package dev.trellis.playbook.check;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PortraitFields;
import dev.trellis.core.playbook.TagScheme;
import dev.trellis.core.playbook.TellableFields;
import dev.trellis.core.profile.Field;
import java.util.Set;

/** What a condition can ask for with any hope of an answer. */
record Askable(Playbook playbook) {

  private static final Set<String> OURS =
      Set.of("key", "heat", "total", "wecom", "openid", Field.CALL_OUTCOME);

  boolean isField(String field) {
    var tellable = new TellableFields(playbook);
    return OURS.contains(field)
        || PortraitFields.isReserved(field)
        || Field.isOurs(field)
        || field.startsWith("import.")
        || tellable.contains(field)
        || tellable.isNamed(field);
  }

  /** Without a scheme nothing is known of tags (R3). */
  boolean isTag(String tag) {
    return playbook.tagScheme().equals(TagScheme.EMPTY)
        || playbook.tagScheme().tag(tag).isPresent()
        || playbook.contents().values().stream().anyMatch(c -> c.tags().contains(tag))
        || playbook.forms().values().stream()
            .flatMap(f -> f.questions().stream())
            .filter(q -> q.id().equals(Field.NEED))
            .flatMap(q -> q.options().stream())
            .anyMatch(option -> tag.equals("need:" + option.id()));
  }
}
