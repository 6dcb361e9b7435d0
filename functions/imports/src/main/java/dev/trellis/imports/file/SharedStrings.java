package dev.trellis.imports.file;

import module java.base;

/**
 * The texts of a workbook's sheets, which stand apart from them: read as far as they are needed.
 */
final class SharedStrings implements AutoCloseable {

  /** More than that do not fit into flat memory. */
  private static final long MOST_CHARACTERS = 40_000_000;

  private final SheetTable table;
  private final List<String> texts = new ArrayList<>();
  private SheetXml xml;
  private long characters;

  SharedStrings(SheetTable table) {
    this.table = table;
  }

  /** The text of a number; blank if there is none. */
  String get(String number) throws IOException {
    int index;
    try {
      index = Integer.parseInt(number);
    } catch (NumberFormatException e) {
      return "";
    }
    while (texts.size() <= index && more()) {
      // Until it is there.
    }
    return index >= 0 && index < texts.size() ? texts.get(index) : "";
  }

  private boolean more() throws IOException {
    if (table.strings() == null) {
      return false;
    } else if (xml == null) {
      xml = new SheetXml(table.name(), table.archive().part(table.strings()).open());
    }
    while (xml.next()) {
      if (xml.element().equals("si")) {
        var text = xml.text("rPh");
        // An entry costs memory even if it is empty.
        characters += text.length() + 16L;
        if (characters > MOST_CHARACTERS) {
          throw new ImportException(
              table.name() + " holds too many texts. Save it as CSV (UTF-8) and import that");
        }
        texts.add(text);
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    if (xml != null) {
      xml.close();
    }
  }
}
