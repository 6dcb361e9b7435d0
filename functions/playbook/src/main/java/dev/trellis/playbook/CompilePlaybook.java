package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Playbook;

/**
 * Compiles the playbook while Trellis is built. A mistake, or criteria that marketing and sales
 * have not both approved (R47), end the build.
 */
public final class CompilePlaybook {

  /** As long as a journey takes, about. */
  private static final Period AHEAD = Period.ofMonths(4);

  private CompilePlaybook() {}

  /** Takes the playbook's folder and the one to write. */
  public static void main(String[] folders) throws IOException {
    try {
      compile(Path.of(folders[0]), Path.of(folders[1]));
    } catch (PlaybookException e) {
      System.err.println("\nNothing can be deployed: " + e.getMessage() + "\n");
      System.exit(1);
    }
  }

  /** Names the calendars that the mails of the next months will miss; empty if they are there. */
  public static Optional<String> untold(Playbook playbook, InstantSource clock) {
    var today = playbook.company().days().of(clock.instant());
    var untold = playbook.rhythm().workdays().untold(today, today.plus(AHEAD));
    return untold.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ("holidays.yaml does not say when people rest in %s, but on days of every year: mails go"
                    + " out on other holidays")
                .formatted(String.join(", ", untold)));
  }

  /**
   * Writes what functions read of a playbook.
   *
   * @throws PlaybookException if it is wrong, or not approved; nothing is written then
   */
  static void compile(Path playbook, Path layer) throws IOException {
    var policy = Agreements.published(PlaybookReader.read(playbook));
    untold(policy, Clock.systemUTC()).ifPresent(warning -> System.err.println(warning));
    PlaybookLayer.write(policy, layer);
  }
}
