package dev.trellis.local.importing;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.local.ConsoleLanguage;
import dev.trellis.local.emulator.SqsEmulator;
import dev.trellis.local.run.Idle;
import dev.trellis.local.template.Queue;
import dev.trellis.local.template.Template;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Imports files into the system on this machine, and says what was imported (R31, R75–R79). */
public final class ImportDesk implements Function<Request, Optional<Response>>, AutoCloseable {

  /** Logical ids of what an import touches. */
  private static final String LEAD_EVENTS = "LeadEventsQueue";

  private static final String LEADS = "LeadsTable";
  private static final String IDENTITIES = "IdentitiesTable";

  private final Playbook playbook;
  private final ImportLeads leads;
  private final ImportsView view;
  private final QueueSink sink;

  private ImportDesk(
      Playbook playbook, InstantSource clock, Path folder, Holdings holdings, QueueSink sink) {
    this.playbook = playbook;
    this.sink = sink;
    this.leads = new ImportLeads(playbook, clock, folder, holdings, sink);
    this.view = new ImportsView(playbook, clock, folder, holdings);
  }

  /** Where leads are stored, and the keys that their identities are stored under. */
  public record Tables(DynamoDbClient client, IdentityKeys keys) {}

  /**
   * A desk of the running system.
   *
   * @param folder that keeps how far imports got
   */
  public static ImportDesk of(
      Template template,
      Playbook playbook,
      InstantSource clock,
      Path folder,
      Tables tables,
      SqsEmulator sqs,
      Idle idle) {
    var queue = template.queue(LEAD_EVENTS);
    var deadLetters = queue.redrive().map(Queue.Redrive::deadLetters).orElse(queue.name());
    return new ImportDesk(
        playbook,
        clock,
        folder,
        holdings(template, tables),
        new QueueSink(sqs, queue.name(), deadLetters, idle));
  }

  /**
   * Imports a file and says so, in the language of this machine.
   *
   * @throws ImportException if it cannot be imported at all
   */
  public void run(Path file, PrintStream out) throws IOException, InterruptedException {
    if (leads.isDone(file)) {
      out.println(
          ConsoleLanguage.current().equals("zh")
              ? "  这个文件以前导入过，没有改变任何数据："
              : "  This file was imported before; nothing has changed:");
    }
    System.setOut(new OnlyWarnings(out));
    try {
      var result = leads.run(file, new ProgressBar(out, ConsoleLanguage.current()));
      out.print(
          ImportReport.of(
              result, leads.errors(result.batch()), playbook, ConsoleLanguage.current()));
    } finally {
      System.setOut(out);
    }
  }

  /**
   * Says what an import would do, and does nothing.
   *
   * @param copy of the tables, if there are any
   */
  public static void rehearse(
      Path file,
      Template template,
      Playbook playbook,
      InstantSource clock,
      Optional<Tables> copy,
      PrintStream out)
      throws IOException {
    var holdings = copy.map(tables -> holdings(template, tables)).orElse(Holdings.NONE);
    var errors = Files.createTempFile("import-errors-", ".csv");
    var result =
        new RehearseImport(playbook, clock, holdings)
            .run(file, errors, new ProgressBar(out, ConsoleLanguage.current()));
    out.print(ImportReport.of(result, errors, playbook, ConsoleLanguage.current()));
  }

  /** Sends nothing more; what was sent is done with, and the rest waits for the next start. */
  @Override
  public void close() {
    sink.stop();
  }

  /** {@code GET /local/imports}. */
  @Override
  public Optional<Response> apply(Request request) {
    return view.apply(request);
  }

  private static Holdings holdings(Template template, Tables tables) {
    return new TableHoldings(
        tables.client(),
        template.table(LEADS).name(),
        template.table(IDENTITIES).name(),
        tables.keys());
  }
}
