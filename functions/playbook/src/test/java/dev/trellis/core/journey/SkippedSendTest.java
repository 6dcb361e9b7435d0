package dev.trellis.core.journey;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever was sent nothing is not waited for, whatever else they read. */
@Tag("R94")
class SkippedSendTest {

  private static final Instant T0 = Samples.T0;
  private static final String FIRST = "omni-channel-capture-strategy";
  private static final Instant SECOND_TOPIC = T0.plus(Duration.ofDays(3 + 3 + 7));
  private static final Placement HIGH =
      new Placement("mil", "mil/high", List.of(), List.of(), null);

  private static final Block DECK =
      Blocks.send("1", "deck-delivery", ContentQuery.named("summit-deck"));
  private static final Block HAND_OFF = new Block.HandOff("4");

  private Program program = Program.of(PLAYBOOK.journeys().get("high-value"));
  private Enrollment enrollment = Walk.start(program, "stay", T0, T0);
  private Profile profile =
      Profile.EMPTY.with(
          Samples.event(
              "elsewhere",
              T0,
              new MailSent("s", "m", "strategy", "progressive-profiling-strategy", "probe")));

  @Test
  void afterASkippedSendThereAreNoSilentDays() {
    firstTopicUnread();

    assertThat(advance(SECOND_TOPIC))
        .singleElement()
        .isInstanceOfSatisfying(
            Effect.Skip.class, s -> assertThat(s.step()).contains("progressive-profiling"));
    assertThat(enrollment.since()).isEqualTo(SECOND_TOPIC);
    assertThat(enrollment.dueAt()).isEqualTo(SECOND_TOPIC.plus(Duration.ofDays(7)));
  }

  @Test
  void readingAnOlderMailSendsNothingOfATopicWhoseMailWasSkipped() {
    firstTopicUnread();
    advance(SECOND_TOPIC);
    var later = SECOND_TOPIC.plus(Duration.ofDays(1));
    profile = profile.with(Samples.read("late", later, FIRST));

    assertThat(advance(later)).isEmpty();
  }

  @Test
  void aMailWithoutAContentIsNotWaitedForEither() {
    program =
        Blocks.program(
            DECK,
            Blocks.send("2", "confirm-address", null),
            Blocks.ifReadInThreeDays("3", HAND_OFF));
    enrollment = Walk.start(program, "stay", T0, T0);
    profile = Profile.EMPTY;

    assertThat(advance(T0)).last().isInstanceOf(Effect.End.class);
  }

  @Test
  void anAlertInBetweenIsNothingToRead() {
    program =
        Blocks.program(
            DECK, new Block.Alert("2", "alert-sdr"), Blocks.ifReadInThreeDays("3", HAND_OFF));
    enrollment = Walk.start(program, "stay", T0, T0);
    advance(T0);
    profile = profile.with(Samples.read("r", T0.plusSeconds(60), "summit-deck"));

    assertThat(advance(T0.plusSeconds(60))).first().isInstanceOf(Effect.HandOff.class);
  }

  private void firstTopicUnread() {
    assertThat(advance(T0.plus(Duration.ofDays(3))))
        .singleElement()
        .isInstanceOfSatisfying(Effect.Send.class, s -> assertThat(s.content()).isEqualTo(FIRST));
    assertThat(advance(T0.plus(Duration.ofDays(6)))).isEmpty();
  }

  private List<Effect> advance(Instant at) {
    var portrait = Portrait.of("L1", profile, PLAYBOOK, at);
    var result = Walk.advance(program, enrollment, portrait, HIGH, List.of());
    enrollment = result.enrollment();
    return result.effects();
  }
}
