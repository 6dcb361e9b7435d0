package dev.trellis.checks.attack;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trust.Joining;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever somebody types who knows others, clicks in mailboxes of their own, and tells as a
 * partner whom we believe nothing: nobody speaks for somebody else. What a partner tells may be a
 * no, which is heard from anybody, so no schedule tells one. {@code -Dattacks=10000} plays more of
 * them.
 *
 * <p>{@code join: usual} has one exception, {@link Stage#isTaken}: whoever types the number, the
 * name and the company of somebody of whom we have no address is taken for them, and is mailed what
 * is theirs from then on.
 */
@Tag("R17")
@Tag("R24")
class AttackTest {

  private static final int SCHEDULES = Integer.getInteger("attacks", 40);

  @TempDir private static Path folder;
  private static final Map<Joining, Playbook> PLAYBOOKS = new EnumMap<>(Joining.class);

  @BeforeAll
  static void read() throws Exception {
    for (var joining : Joining.values()) {
      PLAYBOOKS.put(joining, OpenForms.in(folder, joining));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatSomebodyElseTypesDisclosesRedirectsRenamesAndSilencesNothing(Joining joining) {
    assertThat(
            IntStream.range(0, SCHEDULES)
                .parallel()
                .mapToObj(seed -> broken(seed, joining, Optional.empty()))
                .flatMap(List::stream)
                .toList())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void withoutARuleSomebodyElseCan(Rule rule) {
    assertThat(
            IntStream.range(0, SCHEDULES)
                .parallel()
                .anyMatch(seed -> !broken(seed, Joining.USUAL, Optional.of(rule)).isEmpty()))
        .isTrue();
  }

  private static List<String> broken(int seed, Joining joining, Optional<Rule> rule) {
    var playbook = PLAYBOOKS.get(joining);
    var schedule = new Schedule(seed);
    var quiet = new Stage(new World(playbook, rule), schedule.victim());
    schedule.play(quiet, false);
    var attacked = new Stage(new World(playbook, rule), schedule.victim());
    schedule.play(attacked, true);
    if (attacked.isTaken && !rule.equals(Optional.of(Rule.LIKENESS_IS_NO_PROOF))) {
      return List.of();
    }
    return new Harm(quiet, attacked, schedule)
        .all().stream().map(harm -> "schedule " + seed + ": " + harm).toList();
  }
}
