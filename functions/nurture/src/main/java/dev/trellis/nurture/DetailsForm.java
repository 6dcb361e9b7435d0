package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.playbook.AnswerRule.Fault;
import dev.trellis.core.playbook.ToldValues;
import dev.trellis.core.playbook.ToldValues.Accepted;
import dev.trellis.core.playbook.ToldValues.Refused;
import dev.trellis.core.profile.Field;

/**
 * Who somebody says they are on the preference page, held to what every door asks.
 *
 * @param typed as it was typed, for the page to show again
 * @param faults of what cannot be used, by field
 * @param accepted what can be used, if all of it can and there is any
 */
record DetailsForm(
    SortedMap<String, String> typed, SortedMap<String, Fault> faults, Optional<Accepted> accepted) {

  static final List<String> FIELDS = List.of(Field.NAME, Field.COMPANY, Field.MOBILE);
  static final DetailsForm EMPTY =
      new DetailsForm(new TreeMap<>(), new TreeMap<>(), Optional.empty());

  static DetailsForm read(Posted posted, ToldValues rule) {
    var typed = new TreeMap<String, String>();
    FIELDS.forEach(field -> typed.put(field, posted.value(field)));
    return switch (rule.check(typed)) {
      case Refused(var faults) -> new DetailsForm(typed, faults, Optional.empty());
      case Accepted told ->
          new DetailsForm(
              typed, new TreeMap<>(), Optional.of(told).filter(t -> !t.values().isEmpty()));
    };
  }
}
