package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Rhythm;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.memory.InMemoryEnrollmentStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two signals of one lead at once, each for another journey, and one mail left under the cap. */
class RacingSignalsTest {

  private static final Rhythm THREE_A_WEEK =
      new Rhythm(
          Rhythm.Workdays.ALL,
          LocalTime.MIN,
          LocalTime.MIN,
          List.of(new Rhythm.Cap(3, Duration.ofDays(7))));

  private final Scene scene = new Scene();
  private final EnrollmentStore store = new InMemoryEnrollmentStore(scene.tables);

  @Test
  @Tag("R110")
  void theCapHoldsOverJourneysThatGoOnAtTheSameTime() {
    var playbook =
        playbook(
            enters(
                "awaits-read",
                "mil/high",
                send(0),
                new Block.AwaitRead("1", Period.ofDays(30), List.of(send(2)), List.of())),
            enters("waits", "mil/high", send(0), SmallPlaybook.wait("1", 4), send(2)));
    scene.submits();
    scene.enters(LEAD, "mil/high");
    advance(playbook, store);
    assertThat(journeysThatSent()).containsExactly("awaits-read", "waits");
    scene.clock.forward(Duration.ofDays(4));

    race(playbook, () -> scene.happens(LEAD, new ContentRead("strategy", 1, 60, null)));

    assertThat(journeysThatSent()).containsExactly("awaits-read", "waits", "awaits-read");
    scene.clock.forward(Duration.ofDays(3));
    advance(playbook, store);
    assertThat(journeysThatSent()).endsWith("awaits-read", "waits").hasSize(4);
  }

  @Test
  @Tag("R110")
  void theCapHoldsOverAJourneyThatBeginsAtTheSameTime() {
    var playbook =
        playbook(
            journey("asked", new Trigger.Submits("summit-deck"), send(0)),
            enters("high", "mil/high", send(0)),
            enters("low", "mil/low", send(0), send(1)));
    scene.happens(LEAD, new ContentRead("strategy", 1, 60, null));
    scene.enters(LEAD, "mil/low");
    advance(playbook, store);
    scene.clock.forward(Duration.ofHours(1));
    scene.enters(LEAD, "mil/high");

    race(playbook, scene::submits);

    assertThat(journeysThatSent()).containsExactly("low", "low", "asked");
    scene.clock.forward(Duration.ofDays(7));
    advance(playbook, store);
    assertThat(journeysThatSent()).containsExactly("low", "low", "asked", "high");
  }

  /**
   * The first signal reads; something happens, of which a second signal tells; the second writes
   * the first of its journeys; the first goes on from what it read; then the second goes on.
   */
  private void race(Playbook playbook, Runnable happens) {
    var read = store.load(LEAD);
    happens.run();
    advance(
        playbook, new Slowed(store::load, () -> advance(playbook, new Slowed(_ -> read, null))));
  }

  private void advance(Playbook playbook, EnrollmentStore over) {
    var effects = new EffectQueues(scene.mails, scene.handoffs, scene.events);
    new AdvanceJourneys(over, scene.timers, effects, playbook, scene.clock)
        .advance(scene.signal(LEAD), false);
  }

  /** A store whose first answer may be old, and after whose first save something else happens. */
  private final class Slowed implements EnrollmentStore {

    private Function<String, Optional<Snapshot>> load;
    private Runnable afterSave;

    Slowed(Function<String, Optional<Snapshot>> firstLoad, Runnable afterSave) {
      this.load = firstLoad;
      this.afterSave = afterSave;
    }

    @Override
    public Optional<Snapshot> load(String lead) {
      var answer = load.apply(lead);
      load = store::load;
      return answer;
    }

    @Override
    public boolean save(String lead, Enrollment enrollment) {
      return goOn(store.save(lead, enrollment));
    }

    @Override
    public boolean saveCounted(String lead, Enrollment enrollment, long counted) {
      return goOn(store.saveCounted(lead, enrollment, counted));
    }

    private boolean goOn(boolean isSaved) {
      var next = Optional.ofNullable(afterSave);
      afterSave = null;
      next.ifPresent(Runnable::run);
      return isSaved;
    }
  }

  // What was sent again, under the same id, is the same message.
  private List<String> journeysThatSent() {
    return scene.mails.sent().stream().distinct().map(MailDue::journey).toList();
  }

  private static Playbook playbook(Journey... journeys) {
    var all = new TreeMap<String, Journey>();
    List.of(journeys).forEach(journey -> all.put(journey.id(), journey));
    return SmallPlaybook.of(THREE_A_WEEK, all);
  }

  private static Journey enters(String id, String pool, Block... steps) {
    return journey(id, new Trigger.Enters(pool), steps);
  }

  private static Journey journey(String id, Trigger trigger, Block... steps) {
    return SmallPlaybook.journey(id, trigger, null, steps);
  }

  private static Block send(int place) {
    var content = ContentQuery.named(place == 0 ? "strategy" : "solution");
    return SmallPlaybook.send("send-" + place, "content", content);
  }
}
