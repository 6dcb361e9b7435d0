package dev.trellis.core.lifecycle;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.condition.Value;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;

/**
 * The rules by which a placed lead is a member of groups: those of its layer whose condition it
 * meets (R50, R51).
 */
public record Grouping(List<Audience> groups) {

  public Grouping {
    groups = List.copyOf(groups);
  }

  /**
   * The groups that a lead is in which stands there.
   *
   * @param before where the lead stood: a stay in a group goes on
   * @param absorbed where the leads stood that were merged into it since: so does theirs
   */
  public SortedMap<String, Membership> of(
      Portrait portrait,
      Placement placement,
      Optional<Position> before,
      Collection<Position> absorbed) {
    var person = new PlacedPerson(portrait, placement);
    var all = new TreeMap<String, Membership>();
    for (var group : groups) {
      if (group.who().holds(person) && person.isOf(group.of())) {
        var because = group.who().met(person);
        var since =
            before
                .map(position -> position.groups().get(group.id()))
                .or(() -> earliest(group.id(), absorbed))
                .orElse(portrait.now());
        all.put(group.id(), new Membership(group.id(), since, because, values(because, person)));
      }
    }
    return all;
  }

  private static Optional<Instant> earliest(String group, Collection<Position> positions) {
    return positions.stream()
        .flatMap(position -> Optional.ofNullable(position.groups().get(group)).stream())
        .min(Comparator.naturalOrder());
  }

  private static SortedMap<String, String> values(Condition because, PlacedPerson person) {
    var values = new TreeMap<String, String>();
    because
        .leaves()
        .map(Leaf::field)
        .forEach(field -> {
          var value = text(person.value(field), person.now());
          if (!value.isEmpty()) {
            values.put(field, value);
          }
        });
    // Whoever lists members wants to reach them, and cards show no number.
    person.portrait().profile().identities(IdentityType.PHONE).stream()
        .findFirst()
        .ifPresent(number -> values.put(Field.MOBILE, number));
    return values;
  }

  private static String text(Value value, Instant now) {
    return switch (value) {
      case Value.Unknown _ -> "";
      case Value.Words words -> String.join(",", new TreeSet<>(words.words()));
      case Value.Moment(var at, var _) -> at.toString();
      case Value.Amount(var amount) -> Long.toString(Math.floorDiv(amount.at(now), 1000));
    };
  }

  /**
   * The earliest future instant at which time alone may change that; what may change the placement,
   * or whom a rule excludes, not counted.
   */
  public Optional<Instant> reviewAt(Portrait portrait, Placement placement) {
    var person = new PlacedPerson(portrait, placement);
    var all = new ArrayList<Instant>();
    groups.forEach(group -> group.who().flips(person, all::add));
    if (!groups.isEmpty()) {
      person.flips(all::add);
    }
    return all.stream().min(Comparator.naturalOrder());
  }
}
