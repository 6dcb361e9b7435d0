package dev.trellis.console.view;

import module java.base;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.trellis.console.html.Showing;
import dev.trellis.console.html.Words;
import dev.trellis.console.report.AudienceList;
import dev.trellis.console.report.AudienceList.Member;
import dev.trellis.core.http.Response;

/**
 * An audience as a table for spreadsheets (R50): UTF-8 with a byte order mark, one line per person,
 * and no cell that a spreadsheet would take for a formula. A long one comes in several tables, each
 * with a link to the next.
 */
public final class AudienceCsv {

  /** Spreadsheets take a file without it for one in an old Chinese encoding. */
  static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String FORMULAS = "=+-@＝＋－＠";

  private AudienceCsv() {}

  public static Response response(AudienceList list, Words words) {
    var id = list.audience().id();
    var table =
        Showing.text("text/csv", text(list, words))
            .withHeader("content-disposition", "attachment; filename=\"" + id + ".csv\"");
    return list.next() == null
        ? table
        : table.withHeader(
            "link", "</local/audiences/" + id + ".csv?after=" + list.next() + ">; rel=\"next\"");
  }

  static String text(AudienceList list, Words words) {
    var out = new StringWriter();
    out.write(BYTE_ORDER_MARK);
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
      csv.writeRecord(heads(words));
      list.members().forEach(member -> csv.writeRecord(cells(member, words.language())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static List<String> heads(Words words) {
    return List.of(
        words.of("线索", "Lead"),
        words.of("姓名", "Name"),
        words.of("公司", "Company"),
        words.of("职位", "Title"),
        words.of("邮箱", "E-mail"),
        words.of("手机号", "Mobile"),
        words.of("负责销售", "Salesperson"),
        words.of("入选原因", "Reason"),
        words.of("依据", "Values"));
  }

  private static List<String> cells(Member member, String language) {
    return Stream.of(
            member.lead(),
            member.name(),
            member.company(),
            member.title(),
            member.email(),
            member.mobile(),
            member.owner(),
            member.reason().get(language),
            String.join(
                language.equals("zh") ? "；" : "; ",
                member.met().stream().map(m -> m.text().get(language)).toList()))
        .map(AudienceCsv::cell)
        .toList();
  }

  /** On one line, and begun with an apostrophe if it looked like a formula otherwise. */
  static String cell(String text) {
    if (text == null) {
      return "";
    }
    var line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\uFEFF]+", " ").strip();
    return !line.isEmpty() && FORMULAS.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
  }
}
