package dev.trellis.playbook.check;

import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PortraitFields;
import dev.trellis.core.playbook.TagScheme;
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
          Field.PACE,
          "call.outcome");

  boolean isField(String field) {
    return OURS.contains(field)
        || PortraitFields.isReserved(field)
        || field.equals(Field.SUBSCRIPTION)
        || field.startsWith(Field.SUBSCRIPTION + ".")
        || Field.isOurs(field)
        || playbook.fields().find(field).isPresent()
        || playbook.forms().values().stream()
            .flatMap(f -> f.questions().stream())
            .anyMatch(q -> q.id().equals(field))
        || playbook.imports().columns().stream().anyMatch(c -> c.to().equals(field))
        || playbook.imports().questions().stream().anyMatch(q -> isAnswer(q, field))
        || field.startsWith("import.")
        || playbook.crmSources().values().stream().anyMatch(s -> s.fields().containsValue(field));
  }

  private static boolean isAnswer(Imports.Question question, String field) {
    return field.equals(question.to()) || field.equals("survey." + question.id());
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
