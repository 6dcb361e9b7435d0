package dev.trellis.core.portrait;

import static dev.trellis.core.playbook.Fields.CERTAIN;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.playbook.Fields;
import dev.trellis.core.playbook.Fields.Derived;
import dev.trellis.core.playbook.Fields.FieldDefinition;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.profile.Profile;

/**
 * What a person did of some behaviours, as the ledger counts it.
 *
 * @param days how often on which day; never empty
 * @param calendar whose days
 */
record Done(TreeMap<LocalDate, Integer> days, Days calendar) {

  static Optional<Done> of(Profile profile, Set<Behaviour> behaviours) {
    var days = new TreeMap<LocalDate, Integer>();
    profile
        .countedActivity()
        .forEach((day, tallies) ->
            tallies.forEach((behaviour, tally) -> {
              if (behaviours.contains(behaviour)) {
                days.merge(day, tally.count(), Integer::sum);
              }
            }));
    return days.isEmpty() ? Optional.empty() : Optional.of(new Done(days, profile.days()));
  }

  /** Values of the fields that are computed from what the person did (R35). */
  static List<Attribute> attributes(Profile profile, Fields fields) {
    var all = new ArrayList<Attribute>();
    for (var field : fields.byId().values()) {
      if (field.derived() != null) {
        of(profile, field.derived().behaviours()).map(d -> d.as(field)).ifPresent(all::add);
      }
    }
    return all;
  }

  int times() {
    return days.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Days with their counts. */
  List<String> evidence() {
    var list = new ArrayList<String>();
    days.forEach((day, times) -> list.add(day + " ×" + times));
    return list;
  }

  private Attribute as(FieldDefinition field) {
    return switch (field.derived()) {
      case Derived.Count _ -> attribute(field, Integer.toString(times()), days.lastKey());
      case Derived.FirstDay _ -> attribute(field, days.firstKey().toString(), days.firstKey());
    };
  }

  private Attribute attribute(FieldDefinition field, String value, LocalDate day) {
    return new Attribute(
        field.id(),
        value,
        Authority.INFERRED,
        CERTAIN,
        calendar.start(day),
        String.join(", ", evidence()),
        "counted");
  }
}
