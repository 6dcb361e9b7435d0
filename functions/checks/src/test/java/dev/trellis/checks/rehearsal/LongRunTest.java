package dev.trellis.checks.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.rehearsal.LongRun.Life;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.rehearsal.Postbox.Sent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifteen weeks of the high-value journey while machines stop before and after each side effect,
 * messages come twice and late, and the provider throttles and loses answers. {@code -Dleads=10000}
 * plays more leads.
 */
class LongRunTest {

  private static final int LEADS = Integer.getInteger("leads", 100);
  private static final int LEADS_OF_A_WORLD = 20;

  @TempDir private static Path folder;
  private static Playbook playbook;
  private static List<LongRun> runs;
  private static List<Life> lives;

  @BeforeAll
  static void play() throws Exception {
    playbook = HurriedPlaybook.in(folder);
    var began = System.nanoTime();
    runs =
        IntStream.range(0, LEADS / LEADS_OF_A_WORLD)
            .parallel()
            .mapToObj(world -> LongRun.play(playbook, world * LEADS_OF_A_WORLD, LEADS_OF_A_WORLD))
            .toList();
    lives = runs.stream().flatMap(run -> run.lives().stream()).toList();
    System.out.printf(
        "%,d leads, %,d mails due, %,d sent, %,d unknown, %,d crashes, %,d messages twice,"
            + " %,d answers lost: %.1f s%n",
        lives.size(),
        lives.stream().mapToInt(life -> life.due().size()).sum(),
        ledger(State.SENT),
        ledger(State.UNKNOWN),
        runs.stream().mapToInt(LongRun::crashes).sum(),
        runs.stream().mapToInt(LongRun::duplicates).sum(),
        runs.stream().mapToInt(LongRun::lostAnswers).sum(),
        (System.nanoTime() - began) / 1e9);
  }

  @Test
  @Tag("R110")
  void nothingIsMissedDoubledOutOfOrderOrSentWhenItMustNotBe() {
    var broken = new TreeMap<String, List<String>>();
    for (var life : lives) {
      for (var promise : new Audit(playbook, life).broken()) {
        broken.computeIfAbsent(promise, _ -> new ArrayList<>()).add(life.lead());
      }
    }

    assertThat(lives).hasSize(LEADS / LEADS_OF_A_WORLD * LEADS_OF_A_WORLD);
    assertThat(broken).isEmpty();
  }

  @Test
  @Tag("R110")
  void onlyWhatNeverReachedTheProviderStaysUnknown() {
    for (var life : lives) {
      var taken = life.taken().stream().map(Sent::sendId).toList();
      assertThat(life.ledger())
          .filteredOn(entry -> entry.state() == State.UNKNOWN)
          .extracting(Entry::sendId)
          .doesNotContainAnyElementsOf(taken.isEmpty() ? List.of("none") : taken);
    }
    assertThat(ledger(State.UNKNOWN)).isPositive();
  }

  @Test
  @Tag("R110")
  void theFaultsReallyHappenAndTheRulesReallyBind() {
    assertThat(runs).allMatch(run -> run.crashes() > 0 && run.duplicates() > 0);
    assertThat(runs.stream().mapToInt(LongRun::lostAnswers).sum()).isPositive();
    assertThat(ledger(State.SKIPPED)).as("after unsubscribing").isPositive();
  }

  private static long ledger(State state) {
    return lives.stream()
        .flatMap(life -> life.ledger().stream())
        .filter(entry -> entry.state() == state)
        .count();
  }
}
