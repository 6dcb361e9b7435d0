package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.journey.Effect;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.EnrollmentStore.Snapshot;

/**
 * When a person was sent mails that they did not ask for, by whichever journey; and how often such
 * mails were asked for, by which two signals at once find each other out.
 */
final class Mailed {

  private final Playbook playbook;
  private final List<Instant> at = new ArrayList<>();

  private long counted;

  private Mailed(Playbook playbook, long counted) {
    this.playbook = playbook;
    this.counted = counted;
  }

  /** As far back as enrollments remember, those of absorbed leads included. */
  static Mailed lately(Snapshot snapshot, Playbook playbook) {
    var mailed = new Mailed(playbook, snapshot.counted());
    Stream.concat(
            snapshot.enrollments().stream(),
            snapshot.absorbed().values().stream().flatMap(List::stream))
        .flatMap(e -> e.paced(playbook))
        .forEach(mailed.at::add);
    return mailed;
  }

  List<Instant> at() {
    return List.copyOf(at);
  }

  /** As the store counts. */
  long counted() {
    return counted;
  }

  /** True if there is a mail among them of which there may be only so many. */
  boolean counts(Collection<Effect> effects) {
    return effects.stream().anyMatch(this::isPaced);
  }

  /** Adds what was asked for, and written, at this instant. */
  void add(Collection<Effect> effects, Instant now) {
    effects.stream().filter(this::isPaced).forEach(_ -> at.add(now));
    counted += counts(effects) ? 1 : 0;
  }

  private boolean isPaced(Effect effect) {
    return effect instanceof Effect.Send send && send.isPaced(playbook);
  }
}
