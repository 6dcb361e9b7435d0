package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.JourneyEnded;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.EnrollmentStore;

/** One lead in the small playbook, and what its signals lead to. */
abstract class Signals {

  static final String NEED = SmallPlaybook.TOPIC;

  final Scene scene = new Scene();

  interface Save {
    boolean of(Enrollment enrollment);
  }

  AdvanceJourneys over(EnrollmentStore store, Save save) {
    return new AdvanceJourneys(
        saving(store, save),
        scene.timers,
        new EffectQueues(scene.mails, scene.handoffs, scene.events),
        SmallPlaybook.PLAYBOOK,
        scene.clock);
  }

  static EnrollmentStore saving(EnrollmentStore store, Save save) {
    return new EnrollmentStore() {
      @Override
      public Optional<Snapshot> load(String lead) {
        return store.load(lead);
      }

      @Override
      public boolean save(String lead, Enrollment enrollment) {
        return save.of(enrollment);
      }

      @Override
      public boolean saveCounted(String lead, Enrollment enrollment, long counted) {
        return save.of(enrollment);
      }
    };
  }

  void entersWith(Map<String, String> answers) {
    scene.submits(LEAD, ADDRESS, answers, true);
    scene.enters(LEAD, "mil/high");
  }

  void strategySent() {
    entersWith(Map.of());
    signal();
    scene.clock.forward(Duration.ofDays(3));
    signal();
    assertThat(contents()).containsExactly("strategy");
  }

  void reads(String content) {
    scene.happens(LEAD, new ContentRead(content, 1, 60, null));
  }

  void signal() {
    scene.advanceJourneys().advance(scene.signal(LEAD), false);
  }

  Optional<Instant> nextTimer() {
    return scene.tables.nextTimer(AdvanceJourneys.TIMERS, scene.clock.instant());
  }

  List<Enrollment> journeys(String journey) {
    return scene.tables.enrollments(LEAD).stream()
        .filter(e -> e.journey().equals(journey))
        .toList();
  }

  List<String> contents() {
    return scene.mails.sent().stream()
        .filter(m -> m.mail().equals("content"))
        .map(MailDue::content)
        .toList();
  }

  List<String> sendIds() {
    return scene.mails.sent().stream().map(MailDue::sendId).toList();
  }

  List<String> outcomes(String journey) {
    return scene.events.sent().stream()
        .map(e -> (JourneyEnded) e.happening())
        .filter(e -> e.journey().equals(journey))
        .map(JourneyEnded::outcome)
        .toList();
  }
}
