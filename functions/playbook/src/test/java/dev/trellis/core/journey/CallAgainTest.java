package dev.trellis.core.journey;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.NoteWritten;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever is to be called again is brought to mind once, and not if somebody called before. */
@Tag("R102")
class CallAgainTest {

  private static final Instant T0 = Samples.T0;
  private static final Instant AGREED = T0.plus(Duration.ofDays(2));
  private static final LeadEvent CALL = call("e1", T0, AGREED);
  private static final LeadEvent LATER = call("e2", T0.plusSeconds(60), null);
  private static final Placement LOW = new Placement("mil", "mil/low", List.of(), List.of(), null);

  private final Enrolling enrolling = new Enrolling(PLAYBOOK);

  private static LeadEvent call(String id, Instant at, Instant callback) {
    return event(id, at, new CallRecorded("sdr", "reached", new TreeMap<>(), "a note", callback));
  }

  private static LeadEvent event(String id, Instant at, Happening happening) {
    return LeadEvent.about("L1", id, at, Channel.SYSTEM, happening);
  }

  private static Profile profile(LeadEvent... events) {
    var profile = Profile.EMPTY;
    for (var event : events) {
      profile = profile.with(event);
    }
    return profile;
  }

  @Test
  void theLastCallSaysWhetherToCallAgainInWhateverOrderCallsAreTold() {
    var again = call("e3", T0.plusSeconds(90), AGREED.plusSeconds(5));

    assertThat(profile(CALL).callback()).map(c -> c.at()).contains(AGREED);
    for (var told :
        List.of(profile(CALL, LATER), profile(LATER, CALL), profile(LATER, CALL, CALL))) {
      assertThat(told.callback()).isEmpty();
    }
    assertThat(profile(again, LATER, CALL).callback())
        .isEqualTo(profile(CALL, LATER).join(profile(again)).callback())
        .map(c -> c.call())
        .contains("e3");
  }

  @Test
  void neitherANoteNorAPartnersCallEndsIt() {
    var note = event("e4", T0.plusSeconds(60), new NoteWritten("sdr", "knows our CEO"));
    var partners = LATER.toldBy("partner");

    assertThat(profile(CALL, note, partners).callback()).isPresent();
    assertThat(profile(call("e5", T0, AGREED).toldBy("partner")).callback()).isEmpty();
  }

  @Test
  void aNoteIsNothingThatARuleCouldReadAndMovesNobody() {
    var note = event("e4", T0, new NoteWritten("sdr", "knows our CEO"));

    assertThat(profile(note).facts()).isEmpty();
    assertThat(profile(note).isMovedBy(note)).isFalse();
    assertThat(profile(CALL).toJson()).doesNotContain("a note");
  }

  @Test
  void theReminderWaitsForItsHourAndComesOnce() {
    var begun = due(profile(CALL), List.of(), T0);
    var waits = advance(begun, profile(CALL), T0);
    assertThat(waits.effects()).isEmpty();
    assertThat(waits.enrollment().dueAt()).isEqualTo(AGREED);

    var early = advance(waits.enrollment(), profile(CALL), AGREED.minusMillis(1));
    assertThat(early.effects()).isEmpty();
    var reminds = advance(waits.enrollment(), profile(CALL), AGREED);
    assertThat(reminds.effects())
        .first()
        .isInstanceOfSatisfying(
            Effect.Send.class,
            send -> {
              assertThat(send.mail()).isEqualTo("callback");
              assertThat(send.internal()).isTrue();
            });
    assertThat(
            enrolling.due(
                profile(CALL), Optional.empty(), List.of(reminds.enrollment()), List.of(), AGREED))
        .isEmpty();
  }

  @Test
  void anotherCallBeforeEndsItAndMayAgreeOnAnother() {
    var waits = advance(due(profile(CALL), List.of(), T0), profile(CALL), T0).enrollment();
    var ended = advance(waits, profile(CALL, LATER), AGREED);
    assertThat(ended.effects()).noneMatch(Effect.Send.class::isInstance);
    assertThat(ended.enrollment().outcome()).isEqualTo(Enrollment.LEFT);

    var moved = profile(CALL, call("e3", T0.plusSeconds(90), AGREED.plusSeconds(5)));
    assertThat(advance(waits, moved, T0).enrollment().outcome()).isEqualTo(Enrollment.LEFT);
    assertThat(due(moved, List.of(waits), T0).visit()).isEqualTo("e3");
  }

  @Test
  void whatWasToBeLongAgoBeginsNothing() {
    var late = AGREED.plus(Duration.ofDays(3));
    assertThat(enrolling.due(profile(CALL), Optional.empty(), List.of(), List.of(), late))
        .isEmpty();
  }

  private Enrollment due(Profile profile, List<Enrollment> own, Instant now) {
    return enrolling.due(profile, Optional.empty(), own, List.of(), now).stream()
        .filter(e -> e.journey().equals("callback"))
        .findFirst()
        .orElseThrow();
  }

  private static Advance advance(Enrollment enrollment, Profile profile, Instant at) {
    return Walk.advance(
        Program.of(PLAYBOOK.journeys().get("callback")),
        enrollment,
        Portrait.of("L1", profile, PLAYBOOK, at),
        LOW,
        List.of());
  }
}
