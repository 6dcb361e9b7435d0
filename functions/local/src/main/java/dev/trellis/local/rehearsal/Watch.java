package dev.trellis.local.rehearsal;

import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Journey;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.portrait.Portrait;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Enrollments, and what is seen of journeys as they are saved: effects that the enrollment itself
 * forgets in time, mails that had to wait, and which way was taken.
 */
public final class Watch implements EnrollmentStore {

  static final String READ = "read in time";
  static final String NOT_READ = "not read in time";
  static final String HELD_BY_HOUR = "held by quiet hours";
  static final String HELD_BY_CAP = "held by the cap";
  static final String OUTCOME = "outcome of ";

  private final EnrollmentStore store;
  private final Playbook playbook;
  private final Clock clock;
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  Watch(EnrollmentStore store, Playbook playbook, Clock clock) {
    this.store = store;
    this.playbook = playbook;
    this.clock = clock;
  }

  /** A mail that a journey asked for, or that was due and had nothing to send. */
  public record Asked(String lead, String journey, Instant at, Effect effect) {}

  /** Every send and every skip of every journey, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked.values());
  }

  /** What was seen, by name. */
  Map<String, Integer> counts() {
    return counts;
  }

  @Override
  public Optional<Snapshot> load(String lead) {
    return store.load(lead);
  }

  @Override
  public boolean save(String lead, Enrollment after) {
    return watched(lead, after, () -> store.save(lead, after));
  }

  @Override
  public boolean saveCounted(String lead, Enrollment after, long counted) {
    return watched(lead, after, () -> store.saveCounted(lead, after, counted));
  }

  private boolean watched(String lead, Enrollment after, BooleanSupplier save) {
    var snapshot = store.load(lead).orElseThrow();
    var before = snapshot.enrollments().stream().filter(e -> isSame(e, after)).findFirst();
    if (!save.getAsBoolean()) {
      return false;
    }
    var done = new ArrayList<Effect>();
    for (var issued : after.effects()) {
      if (remember(lead, after, issued)) {
        done.add(issued.effect());
      }
    }
    var journey = playbook.journey(after.journey(), after.journeyVersion()).orElseThrow();
    before.flatMap(b -> way(journey, b, after, done)).ifPresent(this::count);
    if (isHeld(journey, after)) {
      count(cause(snapshot.lead(), after));
    }
    if (!after.active() && before.stream().allMatch(Enrollment::active)) {
      count(OUTCOME + after.journey() + ": " + after.outcome());
    }
    return true;
  }

  private static boolean isSame(Enrollment one, Enrollment other) {
    return one.journey().equals(other.journey()) && one.visit().equals(other.visit());
  }

  private boolean remember(String lead, Enrollment enrollment, Enrollment.Issued issued) {
    var id =
        switch (issued.effect()) {
          case Effect.Send s -> s.sendId();
          case Effect.Skip s -> s.sendId();
          default -> null;
        };
    return id != null
        && asked.putIfAbsent(
                id, new Asked(lead, enrollment.journey(), issued.at(), issued.effect()))
            == null;
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  // Whoever read goes on with a step between the wait and the place for those who did not.
  private static Optional<String> way(
      Journey journey, Enrollment before, Enrollment after, List<Effect> done) {
    var at = journey.place(before.step());
    if (at < 0
        || !(journey.program().get(at) instanceof Step.AwaitRead await)
        || before.step().equals(after.step())) {
      return Optional.empty();
    }
    var next = journey.place(done.isEmpty() ? after.step() : step(done.getFirst()));
    return Optional.of(next > at && next < await.otherwise() ? READ : NOT_READ);
  }

  private static boolean isHeld(Journey journey, Enrollment after) {
    var at = journey.place(after.step());
    return at >= 0 && journey.program().get(at) instanceof Step.Send && after.dueAt() != null;
  }

  private String cause(LeadRecord lead, Enrollment held) {
    var portrait = Portrait.of(lead.lead(), lead.profile(), playbook, clock.instant());
    var byHour = playbook.rhythm().next(portrait.now(), portrait.zone(), List.of());
    return byHour.equals(held.dueAt()) ? HELD_BY_HOUR : HELD_BY_CAP;
  }

  private static String step(Effect effect) {
    return effect instanceof Effect.Send s ? s.step() : ((Effect.Skip) effect).step();
  }
}
