package dev.trellis.playbook;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.AccountRules;
import dev.trellis.core.playbook.Audiences;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import dev.trellis.core.playbook.Scenarios;
import dev.trellis.core.playbook.Scoring;
import dev.trellis.core.playbook.Stage;
import dev.trellis.core.playbook.TagDefinition;
import java.util.List;
import java.util.stream.Stream;

/** Every condition of a playbook, wherever it stands. */
final class AllConditions {

  private AllConditions() {}

  static List<Condition> of(Playbook playbook) {
    return Stream.of(
            playbook.stages().stream().map(Stage::when),
            pools(playbook.pools()),
            playbook.scoring().fit().stream().map(Scoring.FitRule::when),
            playbook.accounts().exclusions().stream().map(AccountRules.Exclusion::when),
            playbook.audiences().all().stream().map(Audiences.Audience::who),
            playbook.scenarios().all().stream()
                .flatMap(s -> s.steps().stream())
                .flatMap(s -> s.done().stream())
                .filter(Scenarios.Sign.Holds.class::isInstance)
                .map(s -> ((Scenarios.Sign.Holds) s).when()),
            playbook
                .tagScheme()
                .tags()
                .flatMap(t -> t.from().stream())
                .filter(TagDefinition.Computation.When.class::isInstance)
                .map(way -> ((TagDefinition.Computation.When) way).when()),
            Stream.ofNullable(playbook.tagScheme().bant().valid()),
            playbook.journeys().values().stream()
                .flatMap(j -> Program.of(j).steps().stream())
                .filter(Step.When.class::isInstance)
                .map(s -> ((Step.When) s).condition()))
        .flatMap(conditions -> conditions)
        .toList();
  }

  private static Stream<Condition> pools(List<Pool> pools) {
    return pools.stream().flatMap(p -> Stream.concat(Stream.of(p.when()), pools(p.pools())));
  }

  static Stream<Leaf> leaves(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> parts.stream().flatMap(AllConditions::leaves);
      case Condition.Any(var parts) -> parts.stream().flatMap(AllConditions::leaves);
      case Condition.Not(var part) -> leaves(part);
      case Leaf leaf -> Stream.of(leaf);
    };
  }
}
