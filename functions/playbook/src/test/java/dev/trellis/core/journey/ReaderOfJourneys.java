package dev.trellis.core.journey;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;

/** A person in the high-value journey, who reads some of what comes an hour after it came. */
final class ReaderOfJourneys {

  private static final Placement HIGH =
      new Placement("mil", "mil/high", List.of(), List.of(), null);

  private final Playbook playbook;
  private final Program program;
  private final Predicate<String> reads;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Instant> mailed = new ArrayList<>();
  private Profile profile;

  ReaderOfJourneys(Playbook playbook, Profile profile, Predicate<String> reads) {
    this.playbook = playbook;
    this.program = Program.of(playbook.journeys().get("high-value"));
    this.profile = profile;
    this.reads = reads;
  }

  record Sent(Instant at, String mail, String content) {}

  /** Everything that was sent with a content, from entering the pool to the end. */
  List<Sent> run() {
    var sent = new ArrayList<Sent>();
    var enrollment = Walk.start(program, "stay", Samples.T0, Samples.T0);
    var now = Samples.T0;
    while (enrollment.active()) {
      var portrait = Portrait.of("L1", profile, playbook, now);
      var advance = Walk.advance(program, enrollment, portrait, HIGH, mailed);
      enrollment = advance.enrollment();
      var next = enrollment.dueAt();
      for (var effect : advance.effects()) {
        effects.add(effect);
        if (effect instanceof Effect.Send s && s.content() != null) {
          sent.add(new Sent(now, s.mail(), s.content()));
          mailed.add(now);
          if (reads.test(s.content())) {
            next = now.plus(Duration.ofHours(1));
            profile = profile.with(Samples.read("r" + sent.size(), next, s.content()));
          }
        }
      }
      now = next;
    }
    return sent;
  }

  List<Effect> effects() {
    return effects;
  }

  List<Effect> alerts() {
    return effects.stream()
        .filter(e -> e instanceof Effect.Send s && s.mail().equals("alert-sdr"))
        .toList();
  }
}
