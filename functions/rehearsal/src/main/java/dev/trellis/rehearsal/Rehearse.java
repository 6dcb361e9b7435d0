package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.playbook.Playbook;

/** {@code mvn -Plocal -Dsimulate=journey}: rehearses it from tomorrow morning on, and reports. */
public final class Rehearse {

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private Rehearse() {}

  /**
   * @throws IllegalArgumentException that says what is wrong with the script
   */
  public static void run(
      Script script, Playbook playbook, Clock clock, String language, PrintStream out) {
    var began = System.nanoTime();
    var tomorrow = clock.instant().atZone(playbook.company().zone()).plusDays(1);
    var start = tomorrow.toLocalDate().atTime(MORNING).atZone(tomorrow.getZone()).toInstant();
    var ensemble = new Ensemble(new Rehearsal(script, playbook, start).play());
    out.println();
    out.print(new RehearsalReport(script, ensemble, playbook, language).text());
    out.printf(
        language.equals("zh") ? "%n用时 %.1f 秒。%n%n" : "%nDone in %.1f s.%n%n",
        (System.nanoTime() - began) / 1_000_000_000.0);
  }
}
