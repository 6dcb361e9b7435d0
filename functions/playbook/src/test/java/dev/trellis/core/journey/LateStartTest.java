package dev.trellis.core.journey;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who is in the pool already when the journey for it is published. */
@Tag("R91")
class LateStartTest {

  private static final Instant T0 = Samples.T0;
  private static final Instant PUBLISHED = T0.plus(Duration.ofDays(10));
  private static final Placement HIGH =
      new Placement("mil", "mil/high", List.of(), List.of(), null);

  private final Enrolling enrolling = new Enrolling(PLAYBOOK);
  private final Optional<Position> position =
      Optional.of(Position.of(HIGH, new TreeMap<>(Map.of("mil", T0, "mil/high", T0)), 1));

  @Test
  void theWaitsCountFromTheBeginningAndNothingIsSentAtOnce() {
    var begun = begun(PUBLISHED, List.of());

    assertThat(begun.since()).isEqualTo(PUBLISHED);
    var advance = advance(begun, PUBLISHED);
    assertThat(advance.effects()).isEmpty();
    assertThat(advance.enrollment().dueAt()).isEqualTo(PUBLISHED.plus(Duration.ofDays(3)));
  }

  @Test
  @Tag("R93")
  void whoBeginsWithinTheHourHasTheFirstMailThreeDaysAfterEnteringToTheMinute() {
    var at = T0.plus(Duration.ofHours(1));

    assertThat(begun(at, List.of()).since()).isEqualTo(T0);
    assertThat(begun(at.plusMillis(1), List.of()).since()).isEqualTo(at.plusMillis(1));
  }

  @Test
  void theVisitIsTheSameHoweverLateAndStartsTheJourneyOnce() {
    var late = begun(PUBLISHED, List.of());

    assertThat(late.visit()).isEqualTo(begun(T0, List.of()).visit());
    assertThat(late.startedAt()).isEqualTo(T0);
    assertThat(Enrolling.stays(PLAYBOOK.journeys().get("high-value"), late, position)).isTrue();
    var later = PUBLISHED.plusSeconds(9);
    assertThat(enrolling.due(Profile.EMPTY, position, List.of(late), List.of(), later)).isEmpty();
  }

  @Test
  void whatAnAbsorbedLeadBeganLongAgoGoesOnWithoutALateStart() {
    var absorbed = advance(begun(T0, List.of()), T0).enrollment();

    assertThat(begun(T0.plus(Duration.ofDays(2)), List.of(absorbed)).since()).isEqualTo(T0);
  }

  private Enrollment begun(Instant now, List<Enrollment> absorbed) {
    var due = enrolling.due(Profile.EMPTY, position, List.of(), absorbed, now);
    assertThat(due).hasSize(1);
    return due.getFirst();
  }

  private static Advance advance(Enrollment enrollment, Instant at) {
    return Walk.advance(
        Program.of(PLAYBOOK.journeys().get("high-value")),
        enrollment,
        Portrait.of("L1", Profile.EMPTY, PLAYBOOK, at),
        HIGH,
        List.of());
  }
}
