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
      Set.of(
          "tag",
          "key",
          "heat",
          "total",
          "wecom",
          "openid",
          Field.NAME,
          Field.COMPANY,
          Field.TITLE,
          Field.ROLE,
          Field.LEFT_COMPANY,
          Field.EMAIL,
          Field.MOBILE,
          Field.INDUSTRY,
          Field.ZONE,
          Field.CONTENT_FORM,
          Field.LOCALE,
          Field.KEYWORD,
          Field.DEPARTMENT,
          Field.LEVEL,
          Field.PRODUCTS,
          Field.CONSENT,
          "call.outcome");

  boolean isField(String field) {
    return OURS.contains(field)
        || PortraitFields.isReserved(field)
        || field.equals(Field.SUBSCRIPTION)
        || field.startsWith(Field.SUBSCRIPTION + ".")
        || Field.isOurs(field)
        || field.startsWith("import.")
        || new TellableFields(playbook).isNamed(field);
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
