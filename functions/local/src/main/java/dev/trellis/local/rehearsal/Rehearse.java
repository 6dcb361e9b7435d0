package dev.trellis.local.rehearsal;

import dev.trellis.local.ConsoleLanguage;
import dev.trellis.playbook.PlaybookReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;

/** {@code mvn -Plocal -Dsimulate=journey}: rehearses it from tomorrow morning on, and reports. */
public final class Rehearse {

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private Rehearse() {}

  /**
   * @throws IllegalArgumentException that says what is wrong with the script
   */
  public static void run(Script script, Path playbookFolder, Clock clock, PrintStream out) {
    var began = System.nanoTime();
    var playbook = PlaybookReader.read(playbookFolder);
    var tomorrow = clock.instant().atZone(playbook.company().zone()).plusDays(1);
    var start = tomorrow.toLocalDate().atTime(MORNING).atZone(tomorrow.getZone()).toInstant();
    var tally = new Tally(new Rehearsal(script, playbook, start).play());
    out.println();
    var language = ConsoleLanguage.current();
    out.print(new Report(script, tally, playbook, language).text());
    out.printf(
        language.equals("zh") ? "%n用时 %.1f 秒。%n%n" : "%nDone in %.1f s.%n%n",
        (System.nanoTime() - began) / 1_000_000_000.0);
  }
}
