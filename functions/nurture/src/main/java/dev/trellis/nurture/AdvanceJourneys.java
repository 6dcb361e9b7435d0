package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Enrolling;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Programs;
import dev.trellis.core.journey.Turn;
import dev.trellis.core.journey.Walk;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Attempt;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.EnrollmentStore.Snapshot;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Tick;
import dev.trellis.core.port.Timers;
import dev.trellis.core.portrait.Portrait;

/**
 * Starts the journeys that a lead should be in and moves it along those it is in. Per enrollment
 * the timer is set first, then the enrollment is saved, then its effects are sent; a signal that
 * may be a repeated one sends the effects of the last days again, since an earlier try may have
 * stopped between save and send.
 */
public final class AdvanceJourneys {

  /** The owner of the timers of journeys. */
  public static final String TIMERS = "nurture";

  /** A signal this old was held up: it counts as repeated, whatever its delivery says. */
  private static final Duration LATE = Duration.ofMinutes(2);

  /** A mail may have lain in the dead letters for two weeks before the night held it up. */
  private static final Duration HELD_UP = Duration.ofDays(15);

  /** More journeys than this that begin each other at once go round in a circle. */
  private static final int MOST_AT_ONCE = 8;

  private static final Placement ELSEWHERE = new Placement("", "", List.of(), List.of(), null);

  private final EnrollmentStore store;
  private final Timers timers;
  private final EffectQueues effects;
  private final Playbook playbook;
  private final Programs programs;
  private final Enrolling enrolling;
  private final Clock clock;
  private final Predicate<String> isPaused;
  private final LettersUnderWay letters;
  private final Consumer<Turn> seen;

  public AdvanceJourneys(
      EnrollmentStore store, Timers timers, EffectQueues effects, Playbook playbook, Clock clock) {
    this(
        store,
        timers,
        effects,
        playbook,
        clock,
        _ -> false,
        LettersUnderWay.none(playbook, clock),
        _ -> {});
  }

  /**
   * @param isPaused tells of a journey that nobody takes a step of
   * @param letters tells which of them go out
   * @param seen is told of every turn that was saved
   */
  public AdvanceJourneys(
      EnrollmentStore store,
      Timers timers,
      EffectQueues effects,
      Playbook playbook,
      Clock clock,
      Predicate<String> isPaused,
      LettersUnderWay letters,
      Consumer<Turn> seen) {
    this.isPaused = isPaused;
    this.letters = letters;
    this.seen = seen;
    this.store = store;
    this.timers = timers;
    this.effects = effects;
    this.playbook = playbook;
    this.programs = new Programs(playbook);
    this.enrolling = new Enrolling(programs, letters::isGoing);
    this.clock = clock;
  }

  /** Turns due wake-up calls into signals. */
  public static Tick<JourneySignal> tick(
      Timers timers, MessageQueue<JourneySignal> queue, Clock clock) {
    return tick(TIMERS, Reason.DUE, timers, queue, clock);
  }

  static Tick<JourneySignal> tick(
      String owner, Reason reason, Timers timers, MessageQueue<JourneySignal> queue, Clock clock) {
    return new Tick<>(
        owner, timers, queue, (t, now) -> new JourneySignal(t.lead(), reason, now), clock);
  }

  /** Tells whose journeys are to be brought up to now next, so that they are read together. */
  public void expect(Collection<String> leads) {
    store.expect(leads);
  }

  /**
   * Brings the journeys of one lead up to now.
   *
   * @param again true if this signal was delivered before
   * @throws LeadNotFoundException if there is no such lead (yet)
   */
  public void advance(JourneySignal signal, boolean again) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var wasHeldUp = signal.reason() == Reason.HELD_UP;
    var repeat = again || wasHeldUp || signal.at().isBefore(now.minus(LATE));
    // What an earlier try of this signal left unsent is no older than the signal.
    var since = wasHeldUp ? now.minus(HELD_UP) : signal.at().minus(LATE);
    var attempt = Attempt.first("the journeys of lead " + signal.lead());
    int begun = 0;
    while (true) {
      var snapshot =
          store.load(signal.lead()).orElseThrow(() -> new LeadNotFoundException(signal.lead()));
      if (snapshot.lead().erasedAt() != null) {
        return; // the person was forgotten
      }
      // A save that failed may have been our own, with its answer lost: its effects are still to
      // send.
      if (repeat || !attempt.isFirst()) {
        effects.repeat(signal.lead(), snapshot.enrollments(), since);
      }
      switch (bringUpTo(now, snapshot)) {
        case DONE -> {
          return;
        }
        case MORE -> {
          if (++begun > MOST_AT_ONCE) {
            throw new IllegalStateException(
                "journeys that begin each other without a wait go round in a circle");
          }
        }
        case CONFLICT -> attempt = attempt.next();
      }
    }
  }

  /** What became of one look at a lead. */
  private enum Outcome {
    DONE,
    /** A journey asked for another one, which begins now. */
    MORE,
    /** Somebody else wrote. */
    CONFLICT;

    static Outcome of(boolean isSaved) {
      return isSaved ? DONE : CONFLICT;
    }
  }

  private Outcome bringUpTo(Instant now, Snapshot snapshot) {
    return snapshot.lead().mergedInto() == null
        ? advanceAll(now, snapshot)
        : Outcome.of(endAll(snapshot));
  }

  private boolean endAll(Snapshot snapshot) {
    return snapshot.enrollments().stream()
        .filter(Enrollment::active)
        .allMatch(e -> save(snapshot.lead(), e, e.merged()));
  }

  private Outcome advanceAll(Instant now, Snapshot snapshot) {
    var lead = snapshot.lead();
    var portrait = Portrait.of(lead.lead(), lead.profile(), playbook, now);
    var mailed = Mailed.lately(snapshot, playbook);
    var all = toAdvance(portrait, snapshot);
    var outcome = reopen(snapshot);
    if (outcome == Outcome.DONE) {
      outcome = Outcome.of(endAbandoned(snapshot));
    }
    if (outcome == Outcome.DONE) {
      outcome = takeOut(snapshot);
    }
    for (var enrollment : all) {
      if (outcome == Outcome.DONE) {
        outcome =
            isOvertaken(enrollment, all, snapshot)
                ? Outcome.of(save(lead, enrollment, enrollment.begunAgain()))
                : isAnothers(enrollment, lead)
                    ? Outcome.of(save(lead, enrollment, enrollment.another()))
                    : advance(enrollment, portrait, snapshot.position(), mailed);
      }
    }
    if (outcome == Outcome.DONE && !snapshot.found().equals(snapshot.withoutAny())) {
      store.remember(lead.lead(), snapshot.found());
    }
    return outcome;
  }

  private boolean save(LeadRecord lead, Enrollment before, Enrollment after) {
    var isSaved = store.save(lead.lead(), after);
    if (isSaved) {
      seen.accept(Turn.of(before, after));
    }
    return isSaved;
  }

  private boolean isOvertaken(Enrollment enrollment, List<Enrollment> all, Snapshot snapshot) {
    var journey = program(enrollment).orElseThrow().journey();
    return Enrolling.isOvertaken(journey, enrollment, all)
        || Enrolling.isOvertaken(journey, enrollment, snapshot.enrollments());
  }

  private Outcome reopen(Snapshot snapshot) {
    var own = snapshot.enrollments();
    var merged =
        own.stream()
            .filter(e ->
                program(e)
                    .map(Program::journey)
                    .filter(j -> Enrolling.isToReopen(j, e, own, snapshot.position()))
                    .isPresent())
            .toList();
    if (merged.isEmpty()) {
      return Outcome.DONE;
    }
    var isSaved = merged.stream().allMatch(e -> save(snapshot.lead(), e, e.reopened()));
    return isSaved ? Outcome.MORE : Outcome.CONFLICT;
  }

  private boolean isAnothers(Enrollment enrollment, LeadRecord lead) {
    return enrollment.version() > 0
        && Enrolling.isAnothers(program(enrollment).orElseThrow().journey(), lead.profile());
  }

  private Outcome takeOut(Snapshot snapshot) {
    var out =
        snapshot.enrollments().stream()
            .filter(e -> e.active() && Enrolling.isTakenOut(e, snapshot.lead().profile()))
            .toList();
    if (out.isEmpty()) {
      return Outcome.DONE;
    }
    return out.stream().allMatch(e -> save(snapshot.lead(), e, e.cancelled()))
        ? Outcome.MORE
        : Outcome.CONFLICT;
  }

  // Whoever stood in a journey that the playbook has no more would wait for ever.
  private boolean endAbandoned(Snapshot snapshot) {
    return snapshot.enrollments().stream()
        .filter(e -> e.active() && program(e).isEmpty())
        .allMatch(e -> save(snapshot.lead(), e, e.abandoned()));
  }

  private List<Enrollment> toAdvance(Portrait portrait, Snapshot snapshot) {
    var own = snapshot.enrollments();
    var absorbed = snapshot.absorbed().values().stream().flatMap(List::stream).toList();
    var due =
        enrolling.due(
            snapshot.lead().profile(), snapshot.position(), own, absorbed, portrait.now());
    return Stream.concat(
            snapshot.enrollments().stream()
                .filter(Enrollment::active)
                .filter(e -> program(e).isPresent()),
            due.stream().filter(e -> isFor(e, portrait)))
        .toList();
  }

  private boolean isFor(Enrollment enrollment, Portrait portrait) {
    return Enrolling.isFor(program(enrollment).orElseThrow().journey(), portrait);
  }

  private Optional<Program> program(Enrollment enrollment) {
    return programs.of(enrollment.journey(), enrollment.journeyVersion());
  }

  private Outcome advance(
      Enrollment before, Portrait portrait, Optional<Position> position, Mailed mailed) {
    var program = program(before).orElseThrow();
    var placement =
        position
            .filter(_ -> Enrolling.stays(program.journey(), before, position))
            .map(Position::placement)
            .orElse(ELSEWHERE);
    var advance =
        letters.isStopped(program.journey()) && before.effects().isEmpty()
            ? Walk.cancel(program, before, portrait, placement)
            : Walk.advance(program, before, portrait, placement, mailed.at());
    var after = advance.enrollment();
    var now = portrait.now();
    var dueAt = after.dueAt();
    var stands = before.version() > 0 && after.standsLike(before);
    // Whoever leaves a pool leaves its journeys, too; nobody else takes a step.
    if (!stands && !Enrollment.LEFT.equals(after.outcome()) && isPaused.test(before.journey())) {
      return hold(before, portrait);
    }
    if (dueAt != null && (!stands || Timers.isImminent(dueAt, now))) {
      timers.set(TIMERS, portrait.lead(), Timers.ahead(dueAt, now));
    }
    if (stands) {
      return Outcome.DONE;
    }
    var isSaved =
        mailed.counts(advance.effects())
            ? store.saveCounted(portrait.lead(), after, mailed.counted())
            : store.save(portrait.lead(), after);
    if (!isSaved) {
      return Outcome.CONFLICT;
    }
    seen.accept(new Turn(before, advance));
    letters.advanced(advance);
    effects.send(portrait.lead(), after, portrait.now(), advance.effects());
    mailed.add(advance.effects(), portrait.now());
    return advance.effects().stream().anyMatch(Effect.Enroll.class::isInstance)
        ? Outcome.MORE
        : Outcome.DONE;
  }

  // Whoever begins is written down, so that nothing that begins it is too old when it goes on.
  private Outcome hold(Enrollment before, Portrait portrait) {
    var next = PausedJourneys.nextLook(portrait.lead(), portrait.now());
    timers.set(TIMERS, portrait.lead(), Timers.ahead(next, portrait.now()));
    if (before.version() > 0) {
      return Outcome.DONE;
    }
    var isSaved = store.save(portrait.lead(), before);
    if (isSaved) {
      seen.accept(Turn.of(before, before));
    }
    return Outcome.of(isSaved);
  }
}
