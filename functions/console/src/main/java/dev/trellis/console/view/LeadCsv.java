package dev.trellis.console.view;

import module java.base;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Showing;
import dev.trellis.console.html.Words;
import dev.trellis.core.http.Response;
import dev.trellis.core.lifecycle.Card;

/**
 * The list of leads as it is filtered, as a table for spreadsheets: as many as one answer holds,
 * and then a line that says so.
 */
public final class LeadCsv {

  private static final int MOST = 1_000;
  private static final String A_PAGE = "200";

  /** Of a filter that hardly anybody meets, as many pages are looked through. */
  private static final int MOST_PAGES = 20;

  private static final List<String> HEADS =
      List.of(
          "lead", "name", "email", "company", "title", "stage", "pool", "since", "heat", "score",
          "owner", "touch", "source");

  private LeadCsv() {}

  public static Response response(LeadSearch search, Map<String, String> asked, Words words) {
    return Showing.text("text/csv", text(search, asked, words))
        .withHeader("content-disposition", "attachment; filename=\"leads.csv\"");
  }

  static String text(LeadSearch search, Map<String, String> asked, Words words) {
    var names = new Names(search.playbook(), words);
    var out = new StringWriter();
    out.write(AudienceCsv.BYTE_ORDER_MARK);
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
      csv.writeRecord(HEADS.stream().map(head -> words.say("csv." + head)).toList());
      int written = 0;
      var question = new TreeMap<>(asked);
      question.put("limit", A_PAGE);
      String after = null;
      for (int page = 0; page == 0 || (after != null && page < MOST_PAGES); page++) {
        if (after != null) {
          question.put("after", after);
        }
        var list = search.page(question);
        question.putAll(list.asked());
        question.keySet().retainAll(list.asked().keySet());
        for (var card : list.cards().subList(0, Math.min(list.cards().size(), MOST - written))) {
          csv.writeRecord(cells(card, names, words));
          written++;
        }
        after = list.page().next();
        if (written == MOST) {
          break;
        }
      }
      if (after != null) {
        csv.writeRecord(words.say("csv.more", written));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static List<String> cells(Card card, Names names, Words words) {
    return Stream.of(
            card.lead(),
            card.name(),
            card.email(),
            card.company(),
            card.title(),
            names.plain("stage", card.stage()),
            names.plain("pool", card.pool()),
            words.time(card.since()),
            words.name("heat", card.heat()),
            Long.toString(card.score()),
            card.owner(),
            card.lastTouch() == null ? null : card.lastTouch().toString(),
            card.source())
        .map(AudienceCsv::cell)
        .toList();
  }
}
