package dev.trellis.imports.file;

import module java.base;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

/**
 * The rows of a CSV text, one after the other. A row that cannot be read is told as such, and
 * reading goes on with the next line: a quote that is never closed costs one row, not the rest.
 */
public final class CsvRows implements AutoCloseable {

  /** A row has at most so many lines and characters. */
  private static final int MOST_LINES = 500;

  static final int MOST_CHARACTERS = 64 * 1024;
  private static final int START = 100;

  private final BufferedReader text;
  private final char separator;
  private final CsvReader.CsvReaderBuilder parser;
  private final Deque<String> ahead = new ArrayDeque<>();
  private long line;
  private int width = -1;

  public CsvRows(BufferedReader text, char separator) {
    this.text = text;
    this.separator = separator;
    this.parser =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowUnclosedQuote(false);
  }

  /** Every row from now on has so many cells; blank ones at the end may be too many. */
  public void expect(int cells) {
    width = cells;
  }

  /** The next row that is not blank. */
  public Optional<CsvRow> next() throws IOException {
    for (var first = take(); first != null; first = take()) {
      if (!first.isBlank()) {
        return Optional.of(row(first));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private CsvRow row(String first) throws IOException {
    long number = line;
    var quote = new OpenQuote(separator);
    var lines = new ArrayList<>(List.of(first));
    long characters = first.length();
    boolean open = quote.after(first);
    while (open && lines.size() < MOST_LINES && characters <= MOST_CHARACTERS) {
      var next = take();
      if (next == null) {
        break;
      }
      lines.add(next);
      characters += next.length() + 1;
      open = quote.after(next);
    }
    if (first.length() > MOST_CHARACTERS) {
      return broken(number, Fault.TOO_LONG, lines);
    }
    return open ? broken(number, Fault.OPEN_QUOTE, lines) : parsed(number, lines);
  }

  private CsvRow parsed(long number, List<String> lines) {
    List<String> cells;
    try {
      cells = parser.ofSingleCsvRecord(String.join("\n", lines)).getFields();
    } catch (CsvParseException e) {
      return broken(number, Fault.BROKEN_QUOTES, lines);
    }
    if (width >= 0 && !fits(cells)) {
      // A row that reached over lines by a stray quote is most likely several rows.
      return broken(number, lines.size() > 1 ? Fault.OPEN_QUOTE : Fault.CELL_COUNT, lines);
    }
    return new CsvRow.Cells(number, width < 0 ? cells : cells.subList(0, width));
  }

  private boolean fits(List<String> cells) {
    return cells.size() == width
        || cells.size() > width
            && cells.subList(width, cells.size()).stream().allMatch(String::isBlank);
  }

  // Only its first line is lost.
  private CsvRow broken(long number, Fault fault, List<String> lines) {
    for (int i = lines.size() - 1; i > 0; i--) {
      ahead.push(lines.get(i));
      line--;
    }
    var first = lines.getFirst();
    return new CsvRow.Broken(number, fault, first.substring(0, Math.min(START, first.length())));
  }

  private String take() throws IOException {
    var next = ahead.isEmpty() ? read() : ahead.pop();
    if (next != null) {
      line++;
    }
    return next;
  }

  // One more character than a row may have is kept of a line, so that it shows to be too long.
  private String read() throws IOException {
    var out = new StringBuilder();
    int c = text.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n' && c != '\r') {
      if (out.length() <= MOST_CHARACTERS) {
        out.append((char) c);
      }
      c = text.read();
    }
    if (c == '\r') {
      text.mark(1);
      if (text.read() != '\n') {
        text.reset();
      }
    }
    return out.toString();
  }
}
