package dev.trellis.core.journey;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Step;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.text.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private Journey journey = PLAYBOOK.journeys().get("high-value");
  private Enrollment enrollment = Walk.start(journey, "stay", T0, T0);
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
    journey =
        new Journey(
            "asked",
            1,
            new Wording(new TreeMap<>(Map.of("en", "Asked"))),
            new Trigger.Enters("mil"),
            null,
            Journey.Again.VISIT,
            List.of(
                new Step.Send("1", "deck-delivery", Step.ContentQuery.named("summit-deck"), 1),
                new Step.Send("2", "confirm-address", null, 2),
                new Step.AwaitRead("3", Period.ofDays(3), 5),
                new Step.HandOff("4"),
                new Step.Jump("5", 5)));
    enrollment = Walk.start(journey, "stay", T0, T0);
    profile = Profile.EMPTY;

    assertThat(advance(T0)).last().isInstanceOf(Effect.End.class);
  }

  @Test
  void anAlertInBetweenIsNothingToRead() {
    journey =
        new Journey(
            "alerted",
            1,
            new Wording(new TreeMap<>(Map.of("en", "Alerted"))),
            new Trigger.Enters("mil"),
            null,
            Journey.Again.VISIT,
            List.of(
                new Step.Send("1", "deck-delivery", Step.ContentQuery.named("summit-deck"), 1),
                new Step.Send("2", "alert-sdr", null, 2),
                new Step.AwaitRead("3", Period.ofDays(3), 4),
                new Step.HandOff("4")));
    enrollment = Walk.start(journey, "stay", T0, T0);
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
    var result = Walk.advance(journey, enrollment, portrait, HIGH, List.of());
    enrollment = result.enrollment();
    return result.effects();
  }
}
