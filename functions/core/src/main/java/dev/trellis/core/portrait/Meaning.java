package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.condition.Value;
import dev.trellis.core.playbook.Playbook;

/** What the text of an attribute means to conditions, by the kind of its field (R43). */
final class Meaning {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,9})?");

  private Meaning() {}

  static Value of(Attribute attribute, Playbook playbook) {
    var text = attribute.value().strip();
    return switch (playbook.fields().kind(attribute.field())) {
      case TEXT -> new Value.Words(Set.of(text));
      case CHOICE -> new Value.Words(attribute.words());
      case DATE -> moment(text, playbook.company().days());
      case NUMBER -> amount(text);
      case PLAN -> plan(attribute, playbook);
    };
  }

  // A plan is told as a period ("within three months") and meant from the day it was told.
  private static Value plan(Attribute told, Playbook playbook) {
    var days = playbook.company().days();
    var period = playbook.plans().get(told.value());
    var since = told.at();
    return period == null || since == null
        ? new Value.Words(Set.of(told.value()))
        : new Value.Moment(days.after(since, period), days);
  }

  // A text that is no date is kept and shown, but it is not known when that is.
  private static Value moment(String text, Days days) {
    return day(text, days)
        .or(() -> instant(text))
        .<Value>map(at -> new Value.Moment(at, days))
        .orElse(new Value.Unknown());
  }

  private static Optional<Instant> day(String text, Days days) {
    try {
      return Optional.of(days.start(LocalDate.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Value amount(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return new Value.Unknown();
    }
    long thousandths =
        new BigDecimal(text).movePointRight(3).setScale(0, RoundingMode.FLOOR).longValueExact();
    return new Value.Amount(_ -> thousandths);
  }
}
