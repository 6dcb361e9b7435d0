package dev.trellis.imports.file;

import module java.base;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.trellis.imports.file.Lines.Line;

/**
 * The rows of a CSV text, one after the other. A row that cannot be read is told as such, and
 * reading goes on with the next line: a quote that is never closed costs one row, not the rest.
 */
public final class CsvRows implements Rows {

  private static final int MOST_LINES = 500;

  /** Whoever opens quotes without end is not followed far any more. */
  private static final int PATIENCE = 200_000;

  private static final int FEW_LINES = 5;
  private static final int START = 100;
  private static final Pattern INSTRUCTION = Pattern.compile("\"?sep=(.)\"?", Pattern.DOTALL);

  private final Lines text;
  private final char separator;
  private final CsvReader.CsvReaderBuilder parser;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private Place place;
  private int width = -1;
  private long inVain;

  /**
   * @param in the bytes from {@code from} on
   */
  public CsvRows(InputStream in, Charset charset, char separator, Place from) throws IOException {
    this.text = new Lines(in, charset, from.position());
    this.place = new Place(text.position(), from.line());
    this.separator = separator;
    this.parser =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowUnclosedQuote(false);
  }

  /** The separator that the first line names, as spreadsheets write it: {@code sep=;}. */
  static Optional<Character> instructed(String firstLine) {
    var found = INSTRUCTION.matcher(firstLine);
    return found.matches() ? Optional.of(found.group(1).charAt(0)) : Optional.empty();
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
    for (var first = take(); first != null; first = take()) {
      boolean isInstruction = place.line() == 1 && instructed(first.text()).isPresent();
      if (!first.text().isBlank() && !isInstruction) {
        return Optional.of(row(first));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private FileRow row(Line first) throws IOException {
    long number = place.line();
    var quote = new OpenQuote(separator);
    var lines = new ArrayList<>(List.of(first));
    long characters = first.text().length();
    boolean open = quote.after(first.text());
    int most = inVain < PATIENCE ? MOST_LINES : FEW_LINES;
    while (open && lines.size() < most && characters <= MOST_CHARACTERS) {
      var next = take();
      if (next == null) {
        break;
      }
      lines.add(next);
      characters += next.text().length() + 1;
      open = quote.after(next.text());
    }
    if (first.text().length() > MOST_CHARACTERS) {
      return broken(number, Fault.TOO_LONG, lines);
    }
    return open ? broken(number, Fault.OPEN_QUOTE, lines) : parsed(number, lines);
  }

  private FileRow parsed(long number, List<Line> lines) {
    List<String> cells;
    try {
      cells = cells(lines.stream().map(Line::text).collect(Collectors.joining("\n")));
    } catch (CsvParseException e) {
      return broken(number, Fault.BROKEN_QUOTES, lines);
    }
    if (width >= 0 && cells.size() != width && isSeveral(lines)) {
      return broken(number, Fault.OPEN_QUOTE, lines);
    }
    return FileRow.of(number, cells, width)
        .orElseGet(() -> broken(number, Fault.CELL_COUNT, lines));
  }

  private List<String> cells(String record) {
    return parser.ofSingleCsvRecord(record).getFields();
  }

  // A row that reached over whole rows did so by a stray quote.
  private boolean isSeveral(List<Line> lines) {
    return lines.size() > 1
        && lines.stream()
            .skip(1)
            .anyMatch(line -> line.text().chars().filter(c -> c == separator).count() >= width - 1);
  }

  // Only its first line is lost.
  private FileRow broken(long number, Fault fault, List<Line> lines) {
    for (int i = lines.size() - 1; i > 0; i--) {
      ahead.push(lines.get(i));
      inVain++;
    }
    place = new Place(lines.getFirst().end(), number);
    var first = lines.getFirst().text();
    return new FileRow.Broken(number, fault, first.substring(0, Math.min(START, first.length())));
  }

  private Line take() throws IOException {
    var next = ahead.isEmpty() ? text.take() : ahead.pop();
    if (next != null) {
      place = new Place(next.end(), place.line() + 1);
    }
    return next;
  }
}
