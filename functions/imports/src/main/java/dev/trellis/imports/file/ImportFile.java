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
    try {
      return new ImportFile(name, digest(path), tables(path, name, choices, isHeader));
    } catch (IOException e) {
      throw new ImportException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Table> tables(
      Path path, String name, Choices choices, Predicate<String> isHeader) throws IOException {
    byte[] start;
    try (var in = Files.newInputStream(path)) {
      start = in.readNBytes(4);
    }
    var hex = HexFormat.of().formatHex(start);
    if (hex.isEmpty()) {
      throw new ImportException(name + " is empty");
    } else if (hex.startsWith("504b0304") || hex.startsWith("d0cf11e0")) {
      throw new ImportException(name + " is an Excel workbook. " + SAVE_AS);
    }
    var charset =
        new TextEncoding(name, isHeader).of(() -> Files.newInputStream(path), choices.charset());
    return TextTable.of(path, charset, choices);
  }

  private static String digest(Path path) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(path), sha256())) {
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
