package dev.trellis.local;

import module java.base;

import dev.trellis.core.playbook.Code;
import dev.trellis.imports.file.ImportException;
import dev.trellis.local.state.DamagedStateException;
import dev.trellis.local.template.TemplateException;
import dev.trellis.playbook.PlaybookException;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.rehearsal.Rehearse;
import dev.trellis.rehearsal.Script;

/**
 * {@code mvn -Plocal}: starts everything, prints where it is, stays until Ctrl-C; or rehearses a
 * journey.
 */
public final class Local {

  private static final String BEYOND =
      "Phones in this network can scan the codes; they reach the deployed routes alone.\n\n  ";

  private static final CallingMaven MAVEN = CallingMaven.find();
  private static volatile boolean stopping;

  private Local() {}

  /**
   * Takes {@code --host= --port= --template= --playbook= --state= --fresh --import= --dry}, {@code
   * --charset= --separator= --sheet= --dates= --report=}, {@code --sender=} and {@code --simulate=
   * --persona= --leads=}.
   */
  public static void main(String[] arguments) {
    MAVEN.follow();
    try {
      var options = Options.parse(arguments);
      var script = Script.parse(arguments);
      if (script.isPresent()) {
        rehearse(script.get(), options);
        Runtime.getRuntime().halt(0);
      }
      if (options.dry()) {
        DryRun.of(options, System.out);
        Runtime.getRuntime().halt(0);
      }
      run(options);
    } catch (InterruptedException e) {
      exit();
    } catch (StartException
        | DamagedStateException
        | ImportException
        | TemplateException
        | PlaybookException
        | IllegalArgumentException
        | IOException e) {
      System.err.println("\nTrellis cannot start: " + e.getMessage() + "\n");
      exit();
    } catch (RuntimeException e) {
      e.printStackTrace();
      exit();
    }
  }

  private static void rehearse(Script script, Options options) {
    var playbook = PlaybookReader.read(options.source());
    Rehearse.run(script, playbook, Clock.systemUTC(), ConsoleLanguage.current(), System.out);
  }

  private static void run(Options options) throws IOException, InterruptedException {
    var began = System.nanoTime();
    var trellis = LocalTrellis.start(options, step -> System.out.println("  … " + step));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(trellis), "stop"));
    var seconds = (System.nanoTime() - began) / 1_000_000_000.0;
    var url = trellis.url();
    var form =
        trellis.playbook().codes().values().stream()
            .filter(c -> !c.retired())
            .map(Code::form)
            .findFirst()
            .orElse("");
    System.out.printf(
        """

          Trellis is ready (%.1f s).

            Start      %s/
            Form       %s/f/%s
            Mailbox    %s/local/mails
            Leads      %s/local/leads

          %sCtrl-C stops it; what happened stays in %s.

        """,
        seconds,
        url,
        trellis.publicUrl(),
        form,
        url,
        url,
        trellis.publicUrl().equals(url) ? "" : BEYOND,
        options.state().toAbsolutePath().normalize());
    if (options.file().isPresent()) {
      importFile(trellis, options.file().get());
    }
  }

  // A file that cannot be imported stops the system first, as Ctrl-C does, and Ctrl-C stops an
  // import.
  private static void importFile(LocalTrellis trellis, Path file)
      throws IOException, InterruptedException {
    try {
      trellis.importFile(file, System.out);
    } catch (RuntimeException e) {
      if (!stopping) {
        stop(trellis);
        System.err.println("\nThe import ended: " + e.getMessage() + "\n");
        exit();
      }
    }
  }

  private static void stop(LocalTrellis trellis) {
    stopping = true;
    System.out.println("  … stopping");
    trellis.close();
    System.out.println("  stopped");
  }

  // The emulators' threads would keep the process alive.
  private static void exit() {
    MAVEN.dismiss();
    Runtime.getRuntime().halt(1);
  }
}
