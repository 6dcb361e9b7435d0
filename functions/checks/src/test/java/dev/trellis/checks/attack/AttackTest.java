package dev.trellis.checks.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever somebody types who knows others, and clicks in mailboxes of their own: nobody speaks for
 * somebody else. {@code -Dattacks=10000} plays more schedules.
 */
@Tag("R17")
@Tag("R24")
class AttackTest {

  private static final int SCHEDULES = Integer.getInteger("attacks", 24);

  @TempDir private static Path folder;
  private static Playbook playbook;

  @BeforeAll
  static void read() throws Exception {
    playbook = OpenForms.in(folder);
  }

  @Test
  void whatSomebodyElseTypesDisclosesRedirectsRenamesAndSilencesNothing() {
    assertThat(
            IntStream.range(0, SCHEDULES)
                .parallel()
                .mapToObj(seed -> broken(seed, List::of))
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
                .anyMatch(seed -> !broken(seed, rule::without).isEmpty()))
        .isTrue();
  }

  private static List<String> broken(int seed, Function<LeadEvent, List<LeadEvent>> weakened) {
    var schedule = new Schedule(seed);
    var quiet = new Stage(new World(playbook, weakened), schedule.victim());
    schedule.play(quiet, false);
    var attacked = new Stage(new World(playbook, weakened), schedule.victim());
    schedule.play(attacked, true);
    return new Harm(quiet, attacked, schedule)
        .all().stream().map(harm -> "schedule " + seed + ": " + harm).toList();
  }
}
