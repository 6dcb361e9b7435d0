package dev.trellis.playbook.bind;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.yaml.Yaml;

/** What a condition asks of one field, {@code {op: value}}. */
@Says("One question to a field. An unknown value passes nothing but \"known: false\".")
@Grammar.Also("{\"minProperties\": 1}")
record Tests(
    @Says("It is this word. Quote \"yes\" and \"no\".") @AnyWord Optional<String> is,
    @Says("As \"is\" or \"in\"; for tags.") @Or @OneOrMore @Filled @AnyWord Set<String> has,
    @Says("It is one of these words.") @Or @Filled @AnyWord Set<String> in,
    @Says("Somebody told, or nobody did.") Optional<Boolean> known,
    @Says("The score, or the field of kind number, has at least this many points.")
        @Whole(least = 1)
        Optional<Integer> atLeast,
    @Says("The moment lies ahead, by no more than this; for plan and dates.")
        Optional<Period> within,
    @Says("The moment has passed, by at least this; for lastTouch and dates.")
        Optional<Period> olderThan)
    implements Grammar {

  private static final Reading ALONE = new Reading(Path.of(""), List.of(), Map.of());

  static final Mapping SHAPE = Binder.mappingOf(Tests.class);

  static List<Condition.Test> read(Yaml at) {
    return ((Tests) SHAPE.read(at, ALONE)).all();
  }

  private List<Condition.Test> all() {
    var words = Stream.of(is.map(Set::of).orElse(Set.of()), has, in).filter(all -> !all.isEmpty());
    return Stream.of(
            words.map(Condition.In::new),
            known.stream().map(Condition.Known::new),
            atLeast.stream().map(Condition.AtLeast::new),
            within.stream().map(Condition.Within::new),
            olderThan.stream().map(Condition.OlderThan::new))
        .<Condition.Test>flatMap(tests -> tests)
        .toList();
  }
}
