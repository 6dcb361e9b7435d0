package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.journey.Advance;
import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Programs;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.portrait.Portrait;

/**
 * Enrollments, and what is seen of journeys as they are saved: effects that the enrollment itself
 * forgets in time, mails that had to wait, and which way was taken.
 */
public final class Watch implements EnrollmentStore {

  static final String READ = "read in time";
  static final String NOT_READ = "not read in time";
  static final String CAME = "came in time";
  static final String DID_NOT_COME = "did not come in time";
  static final String HELD = "condition held";
  static final String DID_NOT_HOLD = "condition did not hold";
  static final String HANDED_OFF = "handed off";
  static final String DEMOTED = "demoted";
  static final String HELD_BY_HOUR = "held by quiet hours";
  static final String HELD_BY_CAP = "held by the cap";
  static final String OUTCOME = "outcome of ";

  private final EnrollmentStore store;
  private final Playbook playbook;
  private final Programs programs;
  private final Clock clock;
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  Watch(EnrollmentStore store, Playbook playbook, Clock clock) {
    this.store = store;
    this.playbook = playbook;
    this.programs = new Programs(playbook);
    this.clock = clock;
  }

  /** A mail that a journey asked for, or that was due and had nothing to send. */
  public record Asked(String lead, String journey, Instant at, Effect effect) {

    /** Id of the send, by which the ledger knows it. */
    public String id() {
      return idOf(effect).orElseThrow();
    }
  }

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
    after.effects().forEach(issued -> remember(lead, after, issued));
    var program = programs.of(after.journey(), after.journeyVersion()).orElseThrow();
    if (isHeld(program, after)) {
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

  private void remember(String lead, Enrollment enrollment, Enrollment.Issued issued) {
    var one = new Asked(lead, enrollment.journey(), issued.at(), issued.effect());
    idOf(issued.effect()).ifPresent(id -> asked.putIfAbsent(id, one));
  }

  private static Optional<String> idOf(Effect effect) {
    return switch (effect) {
      case Effect.Send send -> Optional.of(send.sendId());
      case Effect.Skip skip -> Optional.of(skip.sendId());
      default -> Optional.empty();
    };
  }

  /** Counts the ways that were taken, and what was asked for beside mails. */
  void seen(Advance advance) {
    for (var way : advance.ways()) {
      switch (way.step()) {
        case Step.AwaitRead _ -> count(way.isThen() ? READ : NOT_READ);
        case Step.Await _ -> count(way.isThen() ? CAME : DID_NOT_COME);
        default -> count(way.isThen() ? HELD : DID_NOT_HOLD);
      }
    }
    for (var effect : advance.effects()) {
      switch (effect) {
        case Effect.HandOff _ -> count(HANDED_OFF);
        case Effect.Demote _ -> count(DEMOTED);
        default -> {}
      }
    }
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private static boolean isHeld(Program program, Enrollment after) {
    var at = program.place(after.step());
    return at >= 0 && program.steps().get(at) instanceof Step.Send && after.dueAt() != null;
  }

  private String cause(LeadRecord lead, Enrollment held) {
    var portrait = Portrait.of(lead.lead(), lead.profile(), playbook, clock.instant());
    var byHour = playbook.rhythm().next(portrait.now(), portrait.place(), List.of());
    return byHour.equals(held.dueAt()) ? HELD_BY_HOUR : HELD_BY_CAP;
  }
}
