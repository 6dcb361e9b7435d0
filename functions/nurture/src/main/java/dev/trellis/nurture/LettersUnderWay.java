package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Walk;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.port.LetterRuns.Run;

/**
 * Which letters go out, as one instance knows it. It reads only of letters whose hour has come, and
 * each again after ten seconds: a stop reaches the last mail by then.
 */
public final class LettersUnderWay {

  private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

  private final Playbook playbook;
  private final Function<String, Optional<Run>> runs;
  private final InstantSource clock;
  private final Map<String, Known> known = new HashMap<>();

  /**
   * @param runs tells how far a letter is
   */
  public LettersUnderWay(
      Playbook playbook, Function<String, Optional<Run>> runs, InstantSource clock) {
    this.playbook = playbook;
    this.runs = runs;
    this.clock = clock;
  }

  /** Where none ever goes. */
  public static LettersUnderWay none(Playbook playbook, InstantSource clock) {
    return new LettersUnderWay(playbook, _ -> Optional.empty(), clock);
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
    var letter = journey == null ? null : playbook.journeys().get(journey);
    if (letter == null || !(letter.trigger() instanceof Trigger.Letter of)) {
      return Optional.empty();
    } else if (isStopped(letter)) {
      return Optional.of(Enrollment.CANCELLED);
    }
    return clock.instant().isBefore(of.expires()) ? Optional.empty() : Optional.of(Walk.EXPIRED);
  }

  private Optional<Run> run(Journey letter) {
    var now = clock.instant();
    var last = known.get(letter.id());
    if (last == null || !now.isBefore(last.at().plus(KNOWN_FOR))) {
      var cause = Run.cause(playbook, letter);
      last = new Known(runs.apply(letter.id()).filter(run -> run.cause().equals(cause)), now);
      known.put(letter.id(), last);
    }
    return last.run();
  }
}
