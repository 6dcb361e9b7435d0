package dev.trellis.imports.file;

import module java.base;

/** Writes workbooks part by part, also such as no program writes. */
final class Xlsx {

  static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> parts = new LinkedHashMap<>();

  private Xlsx() {}

  /** One sheet with these cells, as XML. */
  static Xlsx of(String... rows) {
    return new Xlsx()
        .with("[Content_Types].xml", HEAD + "<Types/>")
        .with(
            "_rels/.rels",
            "<Relationships><Relationship Id=\"rId1\" Type=\"%sofficeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                .formatted(OFFICE))
        .with(
            "xl/workbook.xml",
            "<workbook xmlns:r=\"http://example.com/r\"><sheets><sheet name=\"线索\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
        .with(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"rId3\" Target=\"styles.xml\"/></Relationships>")
        .with(
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"[Red]0.00\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>")
        .with(SHEET, "<worksheet><sheetData>" + String.join("", rows) + "</sheetData></worksheet>");
  }

  Xlsx with(String part, String xml) {
    parts.put(part, xml.startsWith("<?xml") ? xml : HEAD + xml);
    return this;
  }

  /** A row of texts that stand in the sheet itself. */
  static String row(int number, String... texts) {
    return Arrays.stream(texts)
        .map(text -> "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>")
        .collect(Collectors.joining("", "<row r=\"" + number + "\">", "</row>"));
  }

  Path write(Path path) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return path;
  }
}
