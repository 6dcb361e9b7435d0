package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.condition.Value;
import dev.trellis.core.identity.Ids;

/**
 * Who in sales gets a lead (R56). The same lead always gets the same person, without a counter that
 * somebody would have to keep.
 *
 * @param rules the first that names somebody decides
 */
public record Assignment(List<Rule> rules) {

  public static final Assignment NONE = new Assignment(List.of());

  public Assignment {
    rules = List.copyOf(rules);
  }

  /** One way to name somebody. */
  public sealed interface Rule {

    /** Whoever is the lead's or its company's salesperson already. */
    record Owner() implements Rule {}

    /** Whoever sells to the lead's industry; several take turns. */
    record Industry(Map<String, List<String>> people) implements Rule {}

    /** All of these take turns. */
    record Turn(List<String> people) implements Rule {}
  }

  /** Somebody, and the rule that named them: {@code owner}, {@code industry} or {@code turn}. */
  public record Assigned(String to, String rule) {}

  /**
   * Whom the lead goes to; empty if no rule names anybody.
   *
   * @param owner the lead's or its company's salesperson, if there is one
   * @param industries of the lead
   */
  public Optional<Assigned> of(String lead, Optional<String> owner, Value industries) {
    return rules.stream().flatMap(rule -> by(rule, lead, owner, industries).stream()).findFirst();
  }

  private static Optional<Assigned> by(
      Rule rule, String lead, Optional<String> owner, Value industries) {
    return switch (rule) {
      case Rule.Owner _ -> owner.map(p -> named(p, "owner"));
      case Rule.Industry(var people) ->
          words(industries)
              .flatMap(industry -> Optional.ofNullable(people.get(industry)).stream())
              .findFirst()
              .flatMap(those -> turn(those, lead))
              .map(p -> named(p, "industry"));
      case Rule.Turn(var people) -> turn(people, lead).map(p -> named(p, "turn"));
    };
  }

  private static Stream<String> words(Value value) {
    return value instanceof Value.Words words ? words.words().stream().sorted() : Stream.empty();
  }

  private static Assigned named(String person, String rule) {
    return new Assigned(person, rule);
  }

  // Everybody draws a lot for each lead, and the highest takes it: fair, and whoever joins takes an
  // equal share of each.
  private static Optional<String> turn(List<String> people, String lead) {
    return people.stream()
        .max(Comparator.comparing((String person) -> Ids.derived("turn", lead, person)));
  }
}
