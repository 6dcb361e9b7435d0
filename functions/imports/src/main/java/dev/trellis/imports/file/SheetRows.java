package dev.trellis.imports.file;

import module java.base;

/** The rows of a sheet: what its cells show, computed by whoever saved it and never here. */
final class SheetRows implements Rows {

  /** Excel's own bound. */
  private static final int MOST_ROWS = 1 << 20;

  private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?[0-9]*");
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]{0,30}(\\.[0-9]{0,30})?([eE][+-]?[0-9]{1,2})?");
  private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
  private static final BigDecimal SECONDS = BigDecimal.valueOf(24 * 60 * 60);
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

  private final SheetTable table;
  private final SheetXml xml;
  private final SharedStrings strings;
  private final long after;
  private Place place;
  private long last;
  private int width = -1;

  SheetRows(SheetTable table, Place from) throws IOException {
    this.table = table;
    this.xml = new SheetXml(table.name(), table.archive().part(table.part()).open());
    this.strings = new SharedStrings(table);
    this.place = from;
    this.after = from.line();
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
    for (var row = read(); row != null; row = read()) {
      place = new Place(row.line(), row.line());
      if (!(row instanceof FileRow.Cells(var line, var cells))) {
        return Optional.of(row);
      } else if (!cells.stream().allMatch(String::isBlank)) {
        return Optional.of(
            FileRow.of(line, cells, width)
                .orElseGet(() -> new FileRow.Broken(line, Fault.CELL_COUNT, start(cells))));
      }
    }
    return Optional.empty();
  }

  private FileRow read() throws IOException {
    while (xml.next()) {
      if (xml.element().equals("row")) {
        last = line(xml.attribute("r"));
        if (last > after) {
          return row(last);
        }
      }
    }
    return null;
  }

  private long line(String told) {
    try {
      long line = told == null ? last + 1 : Long.parseLong(told);
      return line > last && line <= MOST_ROWS ? line : last + 1;
    } catch (NumberFormatException e) {
      return last + 1;
    }
  }

  private FileRow row(long line) throws IOException {
    var cells = new ArrayList<String>();
    long characters = 0;
    int next = 0;
    boolean isTooWide = false;
    while (xml.next("row")) {
      if (xml.element().equals("c")) {
        int column = column(xml.attribute("r"), next);
        var text = cell();
        next = column + 1;
        characters += text.length();
        if (column >= MOST_COLUMNS) {
          isTooWide |= !text.isBlank();
        } else if (!text.isEmpty() && characters <= MOST_CHARACTERS) {
          while (cells.size() <= column) {
            cells.add("");
          }
          cells.set(column, text);
        }
      }
    }
    if (isTooWide || characters > MOST_CHARACTERS) {
      return new FileRow.Broken(line, isTooWide ? Fault.CELL_COUNT : Fault.TOO_LONG, start(cells));
    }
    return new FileRow.Cells(line, cells);
  }

  private static String start(List<String> cells) {
    var text = String.join(" | ", cells.subList(0, Math.min(cells.size(), 5)));
    return text.substring(0, Math.min(100, text.length()));
  }

  private static int column(String reference, int next) {
    var found = REFERENCE.matcher(reference == null ? "" : reference);
    if (!found.matches()) {
      return next;
    }
    int column = 0;
    for (char c : found.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
      column = column * 26 + c - 'A' + 1;
    }
    return column - 1;
  }

  private String cell() throws IOException {
    var type = xml.attribute("t");
    var style = xml.attribute("s");
    var formula = "";
    var value = "";
    while (xml.next("c")) {
      switch (xml.element()) {
        case "f" -> formula = xml.text("");
        case "v" -> value = xml.text("");
        case "is" -> value = xml.text("rPh");
        default -> {}
      }
    }
    if (value.isEmpty() && !formula.isEmpty()) {
      return "=" + formula; // whoever wrote it has not computed it: most likely it was a text
    }
    return switch (type == null ? "n" : type) {
      case "s" -> unescaped(strings.get(value.strip()));
      case "inlineStr", "str" -> unescaped(value);
      case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
      case "e" -> "";
      case "d" -> value.strip();
      default -> number(value.strip(), style);
    };
  }

  // 13800138000 may be written as 1.3800138E10, and a day as the days since 1900.
  private String number(String value, String style) {
    if (value.isEmpty() || !NUMBER.matcher(value).matches()) {
      return value;
    }
    try {
      var number = new BigDecimal(value);
      boolean isDate =
          style != null && style.matches("\\d{1,6}") && table.dates().get(Integer.parseInt(style));
      if (isDate && number.compareTo(BigDecimal.ONE) >= 0 && number.compareTo(LAST_DAY) <= 0) {
        return date(number);
      }
      return plain(number);
    } catch (NumberFormatException e) {
      return value;
    }
  }

  // What is computed in binary shows the nearest number of fifteen digits.
  private static String plain(BigDecimal number) {
    var shown = number.round(new MathContext(15));
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }

  private String date(BigDecimal days) {
    long seconds = days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    var at = (table.from1904() ? EPOCH_1904 : EPOCH).plusSeconds(seconds);
    return days.stripTrailingZeros().scale() <= 0
        ? at.toLocalDate().toString()
        : at.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT));
  }

  private static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(found ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(found.group(1), 16))))
            .replace("\r\n", "\n")
        : text;
  }

  @Override
  public void close() throws IOException {
    try {
      strings.close();
    } finally {
      xml.close();
    }
  }
}
