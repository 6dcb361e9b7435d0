package dev.trellis.imports.file;

import module java.base;

/** An Excel workbook (.xlsx), as its parts say what it holds. */
final class Workbook {

  private static final String DEFAULT = "xl/workbook.xml";

  /** Numbers of the built-in formats that are dates, also in East Asia. */
  private static final Set<Integer> DATES =
      IntStream.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58)
          .boxed()
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern NO_FORMAT =
      Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?!h|m|s)[^\\]]*\\]", Pattern.CASE_INSENSITIVE);

  /** Excel's own bound of a format. */
  private static final int LONGEST = 255;

  private static final Pattern DAY = Pattern.compile("[yd]|年|月|日", Pattern.CASE_INSENSITIVE);

  private final String name;
  private final Archive archive;
  private final Map<String, String> targets = new HashMap<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private boolean from1904;

  /** A sheet that people see, and the part that holds it. */
  private record Sheet(String name, String part) {}

  private Workbook(String name, Archive archive) {
    this.name = name;
    this.archive = archive;
  }

  /** True if an archive is one. */
  static boolean isOne(List<String> parts) {
    return parts.contains("[Content_Types].xml")
        && parts.stream().anyMatch(part -> part.startsWith("xl/"));
  }

  /**
   * Its sheets.
   *
   * @throws ImportException if it has none, or none of that name
   */
  static List<Table> tables(String name, Archive archive, Choices choices) throws IOException {
    var book = new Workbook(name, archive);
    book.read();
    var named =
        book.sheets.stream()
            .filter(sheet -> choices.sheet().map(sheet.name()::equals).orElse(true))
            .toList();
    if (named.isEmpty()) {
      throw new ImportException(
          "%s has no such sheet; there are: %s"
              .formatted(
                  name, book.sheets.stream().map(Sheet::name).collect(Collectors.joining(" | "))));
    }
    var dates = book.dates();
    var strings = book.target("sharedStrings.xml");
    var tables = new ArrayList<Table>();
    for (var sheet : named) {
      tables.add(
          new SheetTable(name, archive, sheet.name(), sheet.part(), strings, dates, book.from1904));
    }
    return tables;
  }

  private void read() throws IOException {
    var part = DEFAULT;
    try (var xml = new SheetXml(name, archive.part("_rels/.rels").open())) {
      while (xml.next()) {
        var type = xml.attribute("Type");
        if (type != null && type.endsWith("/officeDocument")) {
          part = absolute("", xml.attribute("Target"));
        }
      }
    }
    var folder = part.substring(0, part.lastIndexOf('/') + 1);
    var own = folder + "_rels/" + part.substring(folder.length()) + ".rels";
    try (var xml = new SheetXml(name, archive.part(own).open())) {
      while (xml.next()) {
        if (xml.element().equals("Relationship")) {
          targets.put(xml.attribute("Id"), absolute(folder, xml.attribute("Target")));
        }
      }
    }
    try (var xml = new SheetXml(name, archive.part(part).open())) {
      while (xml.next()) {
        if (xml.element().equals("workbookPr")) {
          var flag = xml.attribute("date1904");
          from1904 = "1".equals(flag) || "true".equals(flag);
        } else if (xml.element().equals("sheet") && !"hidden".equals(state(xml))) {
          Optional.ofNullable(targets.get(xml.attribute("id")))
              .ifPresent(target -> sheets.add(new Sheet(xml.attribute("name"), target)));
        }
      }
    }
  }

  private static String state(SheetXml xml) {
    var state = xml.attribute("state");
    return "veryHidden".equals(state) ? "hidden" : state;
  }

  private static String absolute(String folder, String target) {
    if (target == null) {
      return DEFAULT;
    }
    return target.startsWith("/") ? target.substring(1) : folder + target;
  }

  private String target(String file) {
    return targets.values().stream()
        .filter(target -> target.toLowerCase(Locale.ROOT).endsWith(file.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }

  /** The styles of cells that show a number as a date. */
  private BitSet dates() throws IOException {
    var dates = new BitSet();
    var styles = target("styles.xml");
    if (styles == null) {
      return dates;
    }
    var formats = new HashSet<>(DATES);
    boolean inCells = false;
    int style = 0;
    try (var xml = new SheetXml(name, archive.part(styles).open())) {
      while (xml.next()) {
        switch (xml.element()) {
          case "numFmt" -> {
            if (isDate(xml.attribute("formatCode"))) {
              formats.add(number(xml.attribute("numFmtId")));
            }
          }
          case "cellXfs" -> inCells = true;
          case "cellStyles", "dxfs" -> inCells = false;
          case "xf" -> {
            if (inCells) {
              dates.set(style++, formats.contains(number(xml.attribute("numFmtId"))));
            }
          }
          default -> {}
        }
      }
    }
    return dates;
  }

  private static boolean isDate(String format) {
    return format != null
        && format.length() <= LONGEST
        && DAY.matcher(NO_FORMAT.matcher(format).replaceAll("")).find();
  }

  private static int number(String text) {
    try {
      return text == null ? -1 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
