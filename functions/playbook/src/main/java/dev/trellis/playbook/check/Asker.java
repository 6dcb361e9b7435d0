package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.In;
import dev.trellis.core.condition.Condition.Known;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagDefinition.Computation;
import dev.trellis.core.profile.Behaviour;

/**
 * Something in a playbook that asks about a lead.
 *
 * @param name kind and id, such as {@code pool:mil/high}
 * @param behaviours that it asks for; most ask for none
 */
record Asker(String name, Condition condition, Set<Behaviour> behaviours) {

  Asker(String name, Condition condition) {
    this(name, condition, Set.of());
  }

  /** True if it asks for this tag by name, or for what the tag itself asks. */
  boolean asksFor(TagDefinition tag) {
    return tags().anyMatch(tag.id()::equals)
        || tag.from().stream()
            .anyMatch(way ->
                switch (way) {
                  case Computation.Told(var field, var words) -> asks(is(field, words));
                  case Computation.When(var when) -> asks(when);
                  case Computation.Did(var did, _) -> !Collections.disjoint(did, behaviours);
                  default -> false;
                });
  }

  /** Every tag that it asks for by name. */
  Stream<String> tags() {
    return NamesCheck.asked(condition, "tag");
  }

  private boolean asks(Condition tag) {
    return switch (tag) {
      case Condition.All(var parts) -> parts.stream().allMatch(this::asks);
      case Condition.Any(var parts) -> parts.stream().anyMatch(this::asks);
      case Condition.Not(var part) -> asks(part);
      case Leaf(var field, var test) ->
          condition
              .leaves()
              .anyMatch(mine -> mine.field().equals(field) && isSame(mine.test(), test));
    };
  }

  private static boolean isSame(Condition.Test mine, Condition.Test tag) {
    return mine.equals(tag)
        || mine.equals(new Known(true))
        || mine instanceof In(var some)
            && tag instanceof In(var words)
            && !Collections.disjoint(words, some);
  }

  static Leaf is(String field, Set<String> words) {
    return new Leaf(field, new In(words));
  }
}
