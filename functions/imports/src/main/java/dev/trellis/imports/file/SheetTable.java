package dev.trellis.imports.file;

import module java.base;

/**
 * A sheet of a workbook.
 *
 * @param name of the file
 * @param part that holds the sheet
 * @param strings the part that holds its texts; null if there is none
 * @param dates styles that show a number as a date
 * @param from1904 true if its days are counted from 1904
 */
record SheetTable(
    String name,
    Archive archive,
    String title,
    String part,
    String strings,
    BitSet dates,
    boolean from1904)
    implements Table {

  @Override
  public String said() {
    return "XLSX (" + title + ")";
  }

  @Override
  public Optional<String> sheet() {
    return Optional.of(title);
  }

  @Override
  public Rows open(Rows.Place from) throws IOException {
    return new SheetRows(this, from);
  }
}
