package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.profile.Field;

/**
 * What others than Trellis may tell about a person: what Trellis understands of people, and what
 * the playbook asks or names. Everything else only Trellis itself can know, whatever it is called.
 * A consent may be told too, since a no is heard from anybody; a yes is for the profile to weigh.
 */
public record TellableFields(Playbook playbook) {

  private static final Set<String> UNDERSTOOD =
      Set.of(
          Field.NAME,
          Field.COMPANY,
          Field.TITLE,
          Field.ROLE,
          Field.LEFT_COMPANY,
          Field.EMAIL,
          Field.MOBILE,
          Field.INDUSTRY,
          Field.ZONE,
          Field.COUNTRY,
          Field.CONTENT_FORM,
          Field.SIZE,
          Field.PURCHASE_PATH,
          Field.NEED,
          Field.PLAN,
          Field.LOCALE,
          Field.KEYWORD,
          Field.DEPARTMENT,
          Field.LEVEL,
          Field.PRODUCTS,
          Field.CONSENT,
          Field.SUBSCRIPTION);

  /** True if a partner, a file, a call, a CRM or a person at the console may tell the field. */
  public boolean contains(String field) {
    return UNDERSTOOD.contains(field)
        || field.startsWith(Field.SUBSCRIPTION + ".")
        || isNamed(field) && !Field.isOurs(field) && !PortraitFields.isReserved(field);
  }

  /** What a person at the console may correct: all of it but what the person allows us. */
  public SortedSet<String> corrigible() {
    return Stream.of(
            UNDERSTOOD.stream(),
            playbook.fields().byId().keySet().stream(),
            playbook.forms().values().stream()
                .flatMap(f -> f.questions().stream())
                .map(q -> q.id()))
        .flatMap(Function.identity())
        .filter(field -> contains(field) && !Field.isWish(field))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** True if the playbook asks for the field or gives it a name. */
  public boolean isNamed(String field) {
    return playbook.fields().find(field).isPresent()
        || playbook.forms().values().stream()
            .flatMap(f -> f.questions().stream())
            .anyMatch(q -> q.id().equals(field))
        || playbook.imports().columns().stream().anyMatch(c -> c.to().equals(field))
        || playbook.imports().questions().stream().anyMatch(q -> isAnswer(q, field))
        || playbook.crmSources().values().stream().anyMatch(s -> s.fields().containsValue(field));
  }

  private static boolean isAnswer(Imports.Question question, String field) {
    return field.equals(question.to()) || field.equals("survey." + question.id());
  }
}
