package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.journey.Advance;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Step;
import dev.trellis.core.journey.Walk;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.port.LetterRuns;
import dev.trellis.core.port.LetterRuns.Count;
import dev.trellis.core.port.LetterRuns.Run;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.nurture.DispatchMail.Dispatched;

/**
 * Which letters go out, as one instance knows it. It reads only of letters whose hour has come, and
 * each again after ten seconds: a stop reaches the last mail by then.
 */
public final class LettersUnderWay {

  private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

  private final Playbook playbook;
  private final Optional<LetterRuns> runs;
  private final InstantSource clock;
  private final Map<String, Known> known = new HashMap<>();

  public LettersUnderWay(Playbook playbook, LetterRuns runs, InstantSource clock) {
    this(playbook, Optional.of(runs), clock);
  }

  private LettersUnderWay(Playbook playbook, Optional<LetterRuns> runs, InstantSource clock) {
    this.playbook = playbook;
    this.runs = runs;
    this.clock = clock;
  }

  /** Where none ever goes. */
  public static LettersUnderWay none(Playbook playbook, InstantSource clock) {
    return new LettersUnderWay(playbook, Optional.empty(), clock);
  }

  private record Known(Optional<Run> run, Instant at) {}

  /** True if the members of its group have their turns, or had them. */
  boolean isGoing(Journey letter) {
    return run(letter).filter(Run::isBegun).isPresent();
  }

  /** True if a person stopped it when it went: who had no mail yet gets none. */
  boolean isStopped(Journey journey) {
    return journey.trigger() instanceof Trigger.Letter
        && run(journey).filter(run -> run.stop() != null).isPresent();
  }

  /** Why a mail that a journey asked for must not go any more; empty unless it is a letter's. */
  Optional<String> refusal(String journey) {
    return letter(journey)
        .map(letter ->
            isStopped(letter) ? Enrollment.CANCELLED : isOver(letter) ? Walk.EXPIRED : null);
  }

  /** Counts a letter's mail that was sent just now. */
  void dispatched(Dispatched result) {
    if (result.isNews() && result.entry().state() == State.SENT) {
      count(result.entry().journey(), Count.SENT);
    }
  }

  /** Counts somebody who has read what a letter sent. */
  void advanced(Advance advance) {
    if (advance.ways().stream().anyMatch(w -> w.isThen() && w.step() instanceof Step.AwaitRead)) {
      count(advance.enrollment().journey(), Count.READ);
    }
  }

  private boolean isOver(Journey letter) {
    return letter.trigger() instanceof Trigger.Letter of && !clock.instant().isBefore(of.expires());
  }

  private void count(String journey, Count what) {
    letter(journey).ifPresent(_ -> runs.ifPresent(all -> all.count(journey, what)));
  }

  private Optional<Journey> letter(String journey) {
    return Optional.ofNullable(journey)
        .map(playbook.journeys()::get)
        .filter(found -> found.trigger() instanceof Trigger.Letter);
  }

  private Optional<Run> run(Journey letter) {
    var now = clock.instant();
    var last = known.get(letter.id());
    if (last == null || !now.isBefore(last.at().plus(KNOWN_FOR))) {
      var cause = Run.cause(playbook, letter);
      last =
          new Known(
              runs.flatMap(all -> all.find(letter.id())).filter(run -> run.cause().equals(cause)),
              now);
      known.put(letter.id(), last);
    }
    return last.run();
  }
}
