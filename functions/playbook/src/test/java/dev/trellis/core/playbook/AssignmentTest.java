package dev.trellis.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.playbook.Assignment.Assigned;
import dev.trellis.core.playbook.Assignment.Rule;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R56")
class AssignmentTest {

  private static final int LEADS = 10_000;
  private static final List<String> THREE = List.of("east", "north", "south");
  private static final Assignment RULES =
      new Assignment(
          List.of(
              new Rule.Owner(),
              new Rule.Industry(Map.of("finance", List.of("banker"))),
              new Rule.Turn(List.of("anybody"))));

  @ParameterizedTest
  @CsvSource({
    "chen, finance, chen, owner",
    "'', finance, banker, industry",
    "'', manufacturing, anybody, turn",
    "'', '', anybody, turn",
  })
  void theFirstRuleThatNamesSomebodyDecides(String owner, String industry, String to, String rule) {
    var told = new TreeMap<>(Map.of("owner", owner, "industry", industry));
    told.values().removeIf(String::isEmpty);

    assertThat(of(RULES, lead("L1", told))).contains(new Assigned(to, rule));
  }

  @Test
  void nobodyIsNamedWhereNoRuleDoes() {
    assertThat(of(Assignment.NONE, lead("L1", Map.of()))).isEmpty();
    assertThat(of(new Assignment(List.of(new Rule.Owner())), lead("L1", Map.of()))).isEmpty();
  }

  @Test
  void turnsAreFairAndTheSameEachTime() {
    var shares = new TreeMap<String, Integer>();
    for (int number = 0; number < LEADS; number++) {
      var one = turn(THREE, number);
      assertThat(turn(THREE.reversed(), number)).isEqualTo(one);
      shares.merge(one, 1, Integer::sum);
    }

    assertThat(shares.keySet()).containsExactlyElementsOf(THREE);
    assertThat(shares.values())
        .allSatisfy(n -> assertThat(n).isCloseTo(LEADS / 3, Percentage.withPercentage(5)));
  }

  @Test
  void whoeverJoinsTakesFromAllAndNobodyElseChangesHands() {
    for (int number = 0; number < 1_000; number++) {
      assertThat(turn(List.of("east", "north", "south", "west"), number))
          .isIn(turn(THREE, number), "west");
    }
  }

  private static String turn(List<String> people, int number) {
    var rules = new Assignment(List.of(new Rule.Turn(people)));
    return of(rules, lead("L%05d".formatted(number), Map.of())).orElseThrow().to();
  }

  private static Portrait lead(String id, Map<String, String> told) {
    var profile = Profile.EMPTY.with(Samples.form("e1", Samples.T0, told));
    return Portrait.of(id, profile, DefaultPlaybook.PLAYBOOK, Samples.T0.plusSeconds(60));
  }

  private static Optional<Assigned> of(Assignment assignment, Portrait portrait) {
    var owner = portrait.playbook().audiences().owner(portrait.profile());
    return assignment.of(portrait.lead(), owner, portrait.value(Field.INDUSTRY));
  }
}
