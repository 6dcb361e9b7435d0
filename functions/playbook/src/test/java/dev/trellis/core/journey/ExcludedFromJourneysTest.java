package dev.trellis.core.journey;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Competitors, agents, the press and our own people in every journey of the playbook, in whatever
 * pool its order puts them: they get what they asked for, and nothing that we thought of.
 */
@Tag("R30")
@Tag("R51")
class ExcludedFromJourneysTest {

  private static final List<String> EXCLUDED = List.of("employee", "competitor", "agent", "media");

  private final Random random = new Random(51);

  @Test
  void nobodyWhomARuleExcludesIsSentMoreThanTheyAskedFor() {
    int asked = 0;
    for (var program : new Programs(PLAYBOOK).current()) {
      for (int life = 0; life < 40; life++) {
        var sent = walk(program, life(EXCLUDED.get(life % EXCLUDED.size())));
        assertThat(sent).as(program.journey().id()).noneMatch(ExcludedFromJourneysTest::isOurIdea);
        asked += sent.size();
      }
    }
    assertThat(asked).as("what they asked for").isGreaterThan(40);
  }

  @Test
  void theSameLivesOfProspectsAreNurtured() {
    long nurtured = 0;
    for (var program : new Programs(PLAYBOOK).current()) {
      nurtured += walk(program, life("customer")).stream().filter(s -> isOurIdea(s)).count();
    }
    assertThat(nurtured).isGreaterThan(20);
  }

  private static boolean isOurIdea(Effect.Send send) {
    return PLAYBOOK.mails().get(send.mail()).isPaced();
  }

  /** What a journey sends within a year, to somebody who is in the pool that it is for. */
  private static List<Effect.Send> walk(Program program, Profile profile) {
    var sent = new ArrayList<Effect.Send>();
    var now = Samples.T0;
    var here = Walk.start(program, "stay", now, now);
    while (here.active() && now.isBefore(Samples.T0.plus(Duration.ofDays(365)))) {
      var portrait = Portrait.of("L1", profile, PLAYBOOK, now);
      var advance = Walk.advance(program, here, portrait, in(program.journey()), List.of());
      advance.effects().stream()
          .flatMap(e -> e instanceof Effect.Send send ? Stream.of(send) : Stream.empty())
          .forEach(sent::add);
      here = advance.enrollment();
      now = here.dueAt() == null ? Instant.MAX : here.dueAt();
    }
    return sent;
  }

  private static Placement in(Journey journey) {
    var pool = journey.trigger() instanceof Trigger.Enters(var entered) ? entered : journey.until();
    return new Placement("mil", pool == null ? "mil/high" : pool, List.of(), List.of(), null);
  }

  private Profile life(String identity) {
    var answers = new TreeMap<>(Map.of("identity", identity, "email", "who@example.com"));
    answers.put("need", random.nextBoolean() ? "lead-scoring" : "tag-system");
    answers.put("industry", "manufacturing");
    var profile =
        Profile.EMPTY
            .with(event("form", new FormSubmitted("summit-deck", answers, true, "zh", "r1")))
            .with(event("news", new FormSubmitted("newsletter", answers, true, "zh", "r2")));
    for (int i = random.nextInt(4); i > 0; i--) {
      profile = profile.with(event("read" + i, new ContentRead("summit-deck", 1, 60, null, null)));
    }
    return profile;
  }

  private static LeadEvent event(String id, Happening happening) {
    return LeadEvent.about("L1", id, Samples.T0, Channel.WEB, happening);
  }
}
