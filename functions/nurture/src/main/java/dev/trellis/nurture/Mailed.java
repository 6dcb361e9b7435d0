package dev.trellis.nurture;

import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Enrollment.Issued;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.EnrollmentStore.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** When a person was sent mails that they did not ask for, by whichever journey. */
final class Mailed {

  private final Playbook playbook;
  private final List<Instant> at = new ArrayList<>();

  private Mailed(Playbook playbook) {
    this.playbook = playbook;
  }

  /** As far back as enrollments remember, those of absorbed leads included. */
  static Mailed lately(Snapshot snapshot, Playbook playbook) {
    var mailed = new Mailed(playbook);
    Stream.concat(
            snapshot.enrollments().stream(),
            snapshot.absorbed().values().stream().flatMap(List::stream))
        .forEach(e -> mailed.addAll(e.effects()));
    return mailed;
  }

  List<Instant> at() {
    return List.copyOf(at);
  }

  /** Adds what was asked for at this instant. */
  void add(Collection<Issued> effects, Instant now) {
    addAll(effects.stream().filter(i -> i.at().equals(now)).toList());
  }

  private void addAll(Collection<Issued> effects) {
    effects.stream().filter(i -> isPaced(i.effect())).map(Issued::at).forEach(at::add);
  }

  private boolean isPaced(Effect effect) {
    return effect instanceof Effect.Send send
        && playbook.mails().containsKey(send.mail())
        && playbook.mails().get(send.mail()).isPaced();
  }
}
