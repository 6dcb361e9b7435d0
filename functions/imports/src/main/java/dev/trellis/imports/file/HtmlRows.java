package dev.trellis.imports.file;

import module java.base;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** The rows of a table in a page, in the order in which they stand there. */
final class HtmlRows implements Rows {

  /** What Excel shows of a long number, beside the number itself. */
  private static final Pattern ROUNDED = Pattern.compile("[0-9](\\.[0-9]+)?E\\+[0-9]+");

  private final StreamParser pages;
  private final long after;
  private Place place;
  private long line;
  private int width = -1;

  HtmlRows(HtmlTable table, Place from) throws IOException {
    var decoder = table.charset().newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    var text = new InputStreamReader(table.source().open(), decoder);
    this.pages = new StreamParser(Parser.htmlParser()).parse(new HtmlGuard(table.name(), text), "");
    this.after = from.line();
    this.place = from;
  }

  @Override
  public void expect(int cells) {
    width = cells;
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public Optional<FileRow> next() throws IOException {
    for (var row = pages.selectNext("tr"); row != null; row = pages.selectNext("tr")) {
      line++;
      var cells = line > after ? cells(row) : List.<String>of();
      forget(row);
      if (!cells.stream().allMatch(String::isBlank)) {
        place = new Place(line, line);
        return Optional.of(row(cells));
      }
    }
    return Optional.empty();
  }

  private FileRow row(List<String> cells) {
    if (cells.stream().mapToLong(String::length).sum() > MOST_CHARACTERS) {
      return new FileRow.Broken(line, Fault.TOO_LONG, cells.getFirst());
    }
    return FileRow.of(line, cells, width)
        .orElseGet(() -> new FileRow.Broken(line, Fault.CELL_COUNT, cells.getFirst()));
  }

  private static List<String> cells(Element row) {
    return row.children().stream()
        .filter(cell -> cell.normalName().equals("td") || cell.normalName().equals("th"))
        .map(HtmlRows::text)
        .toList();
  }

  private static String text(Element cell) {
    cell.select("br").forEach(br -> br.replaceWith(new org.jsoup.nodes.TextNode("\u2028")));
    var text = cell.text().replaceAll("\\s*\u2028\\s*", "\n").strip();
    var number = cell.attr("x:num");
    return ROUNDED.matcher(text).matches() && !number.isEmpty() ? number : text;
  }

  // The row itself is where the parser stands; what lies before it is done with.
  private static void forget(Element row) {
    row.empty();
    for (Node before = row.previousSibling(); before != null; before = row.previousSibling()) {
      before.remove();
    }
  }

  @Override
  public void close() {
    pages.close();
  }
}
