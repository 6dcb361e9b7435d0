package dev.trellis.ops;

import module java.base;

import dev.trellis.core.port.sweep.Sweep;
import dev.trellis.core.port.sweep.Sweeps;
import dev.trellis.core.port.sweep.Sweeps.Progress;

/**
 * Long work, lead by lead. One that was stopped goes on with the page where it was, unless it began
 * so long ago that whoever says it again means something else.
 *
 * @param owner names the work; each has one under way at most
 * @param work does no harm when it is done twice
 */
record Undertaking(String owner, Sweeps sweeps, InstantSource clock, Consumer<String> work) {

  private static final Duration GOES_ON_FOR = Duration.ofHours(1);

  /** Does it to its end, and says from time to time how far it is; the answer is how far. */
  long run(Teller teller) {
    var now = clock.instant();
    var stopped =
        sweeps
            .progress(owner)
            .filter(known -> known.next() != null)
            .filter(known -> Instant.parse(known.cause()).isAfter(now.minus(GOES_ON_FOR)));
    stopped.ifPresent(known ->
        teller.say(
            "  … goes on after the %d leads of %s",
            "  … 接着做：自 %2$s 起已处理 %1$d 条线索", known.leads(), known.cause()));
    var cause = stopped.map(Progress::cause).orElseGet(now::toString);
    var sweep = new Sweep<String>(owner, cause, sweeps, leads -> leads.forEach(work), lead -> lead);
    long far = 0;
    long said = 0;
    for (var step = sweep.step(); step.isPresent(); step = sweep.step()) {
      far = step.get().leads();
      if (far >= said + 1000 || step.get().next() == null) {
        teller.say("  … %d leads", "  … %d 条线索", far);
        said = far;
      }
    }
    return far;
  }
}
