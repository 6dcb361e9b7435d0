package dev.trellis.local.importing;

import module java.base;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRegister;
import dev.trellis.imports.ImportLeads;
import dev.trellis.imports.ImportReport;
import dev.trellis.imports.ImportsView;
import dev.trellis.imports.ReadBack;
import dev.trellis.imports.ReportFile;
import dev.trellis.imports.file.Choices;
import dev.trellis.imports.file.ImportException;

/** Imports files into the system on this machine, and says what was imported (R31, R75–R79). */
public final class ImportDesk implements Function<Request, Optional<Response>>, AutoCloseable {

  private final Playbook playbook;
  private final ImportLeads leads;
  private final ImportsView view;
  private final QueueSink sink;

  /**
   * @param folder that keeps how far imports got
   */
  public ImportDesk(
      Playbook playbook,
      InstantSource clock,
      Path folder,
      LeadRegister register,
      QueueSink sink,
      ReadBack back) {
    this.playbook = playbook;
    this.sink = sink;
    this.leads = new ImportLeads(playbook, clock, folder, register, sink, back);
    this.view = new ImportsView(playbook, clock, folder, register);
  }

  /**
   * Imports a file and says so.
   *
   * @param choices what is said of the file
   * @param report where the report goes as JSON as well, if there
   * @throws ImportException if it cannot be imported at all
   */
  public void run(
      Path file, Choices choices, Optional<Path> report, PrintStream out, String language)
      throws IOException, InterruptedException {
    if (leads.isDone(file, choices)) {
      out.println(
          language.equals("zh")
              ? "  这个文件以前导入过，没有改变任何数据："
              : "  This file was imported before; nothing has changed:");
    }
    System.setOut(new OnlyWarnings(out));
    try {
      var result = leads.run(file, choices, new ProgressBar(out, language));
      out.print(ImportReport.of(result, leads.errors(result.batch()), playbook, language));
      ReportFile.write(report, result);
    } finally {
      System.setOut(out);
    }
  }

  /** Sends nothing more; what was sent is done with, and the rest waits for the next start. */
  @Override
  public void close() {
    sink.stop();
  }

  /** {@code GET /local/imports}. */
  @Override
  public Optional<Response> apply(Request request) {
    return request.method().equals("GET") && request.path().equals("/local/imports")
        ? Optional.of(Response.json(200, Json.compose(view.tree())))
        : Optional.empty();
  }
}
