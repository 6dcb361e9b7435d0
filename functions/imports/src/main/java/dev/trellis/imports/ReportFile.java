package dev.trellis.imports;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.imports.row.Intake.Refusal;

/**
 * What an import did, or would do, as JSON for programs: {@code rows, new, changed, known,
 * possible, refused: [{line, column, reason}], mailable, fields}. New, changed, known, possible and
 * refused are all rows.
 */
public final class ReportFile {

  private ReportFile() {}

  /** Writes it, if it goes anywhere. */
  public static void write(Optional<Path> file, ImportResult result) throws IOException {
    if (file.isPresent()) {
      Files.writeString(file.get(), of(result) + "\n");
    }
  }

  /** The report. */
  public static String of(ImportResult result) {
    var counts = result.counts();
    var report = new LinkedHashMap<String, Object>();
    report.put("rows", result.rows());
    report.put("new", counts.fresh());
    report.put("changed", counts.changed());
    report.put("known", counts.known());
    report.put("possible", counts.possible());
    report.put("refused", result.refusals().stream().map(ReportFile::refusal).toList());
    report.put("mailable", result.tally().mailable());
    report.put("fields", counts.fields());
    return Json.compose(report);
  }

  private static Map<String, Object> refusal(Refusal refusal) {
    var told = new LinkedHashMap<String, Object>();
    told.put("line", refusal.line());
    told.put("column", refusal.column());
    told.put("reason", refusal.why().in("en"));
    return told;
  }
}
