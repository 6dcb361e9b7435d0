package dev.trellis.imports.file;

import module java.base;

/**
 * A file to import, looked through once.
 *
 * @param name under which people know it
 * @param digest of what it holds
 * @param tables the ways to read it
 */
public record ImportFile(String name, String digest, List<Table> tables) {

  private static final String SAVE_AS = "Save it as CSV (UTF-8) and import that";
  private static final int START = 4096;

  /** How files begin that are none of ours, and what people call them. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "d0cf11e0", "an old Excel workbook (.xls), or one with a password",
          "25504446", "a PDF",
          "89504e47", "a picture",
          "ffd8ff", "a picture",
          "47494638", "a picture",
          "1f8b", "packed by gzip",
          "377abcaf", "packed by 7-Zip",
          "52617221", "packed by RAR");

  /**
   * Looks a file through.
   *
   * @param isHeader true for what stands in headers, which shows that a text is read rightly
   * @throws ImportException if it is none that can be read, or may be read in two ways
   */
  public static ImportFile of(Path path, Choices choices, Predicate<String> isHeader) {
    var name = path.getFileName().toString();
    if (!Files.isRegularFile(path)) {
      throw new ImportException("there is no file " + path + ". Say -Dimport= with its path");
    }
    return of(name, Source.of(path), choices, isHeader);
  }

  /** Looks a file through that lies elsewhere. */
  public static ImportFile of(
      String name, Source source, Choices choices, Predicate<String> isHeader) {
    try {
      var unpacked = unpacked(name, source);
      return new ImportFile(name, digest(unpacked), tables(name, unpacked, choices, isHeader));
    } catch (IOException e) {
      throw new ImportException(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  // One file in an archive is that file.
  private static Source unpacked(String name, Source source) throws IOException {
    if (!Archive.isOne(start(source))) {
      return source;
    }
    var archive = new Archive(name, source);
    var parts = archive.names();
    if (Workbook.isOne(parts)) {
      return source;
    } else if (parts.size() != 1) {
      throw new ImportException(
          "%s holds %d files. Take out the one to import".formatted(name, parts.size()));
    }
    return archive.part(parts.getFirst());
  }

  private static List<Table> tables(
      String name, Source source, Choices choices, Predicate<String> isHeader) throws IOException {
    var start = start(source);
    if (start.length == 0) {
      throw new ImportException(name + " is empty");
    } else if (Archive.isOne(start)) {
      var archive = new Archive(name, source);
      if (!Workbook.isOne(archive.names())) {
        throw new ImportException(name + " holds an archive in an archive. " + SAVE_AS);
      }
      return Workbook.tables(name, archive, choices);
    }
    refuseOthers(name, start);
    var encoding = new TextEncoding(name, isHeader);
    if (HtmlTable.isOne(start)) {
      var said = choices.charset().or(() -> HtmlTable.said(start));
      return List.of(new HtmlTable(name, source, encoding.of(source, said)));
    }
    return TextTable.of(source, encoding.of(source, choices.charset()), choices);
  }

  private static void refuseOthers(String name, byte[] start) {
    var hex = HexFormat.of().formatHex(start, 0, Math.min(8, start.length));
    OTHERS.forEach((begin, what) -> {
      if (hex.startsWith(begin)) {
        throw new ImportException(name + " is " + what + ". " + SAVE_AS);
      }
    });
    var text = new String(start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (text.startsWith("mime-version:")
        || text.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      throw new ImportException(
          name + " is a workbook in a form that is not read here. " + SAVE_AS);
    }
  }

  private static byte[] start(Source source) throws IOException {
    try (var in = source.open()) {
      return in.readNBytes(START);
    }
  }

  private static String digest(Source source) throws IOException {
    try (var in = new DigestInputStream(source.open(), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
