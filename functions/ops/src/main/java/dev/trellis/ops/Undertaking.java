package dev.trellis.ops;

import module java.base;

import dev.trellis.core.port.Sweep;
import dev.trellis.core.port.Sweeps;
import dev.trellis.core.port.Sweeps.Progress;

/** Long work, lead by lead. One that was stopped goes on with the page where it was. */
record Undertaking(Sweep<String> sweep) {

  /**
   * @param owner names the work; each has one under way at most
   * @param work does no harm when it is done twice
   */
  static Undertaking of(String owner, Sweeps sweeps, InstantSource clock, Consumer<String> work) {
    var cause =
        sweeps
            .progress(owner)
            .filter(progress -> progress.next() != null)
            .map(Progress::cause)
            .orElseGet(() -> clock.instant().toString());
    return new Undertaking(
        new Sweep<>(owner, cause, sweeps, leads -> leads.forEach(work), lead -> lead));
  }

  /** Does it to its end, and says from time to time how far it is. */
  void run(Teller teller) {
    long said = 0;
    for (var step = sweep.step(); step.isPresent(); step = sweep.step()) {
      long leads = step.get().leads();
      if (leads >= said + 1000 || step.get().next() == null) {
        teller.say("  … %d leads", "  … %d 条线索", leads);
        said = leads;
      }
    }
  }
}
