package dev.trellis.imports.file;

import module java.base;

import dev.trellis.core.identity.Ids;

/**
 * A file to import, looked through once.
 *
 * @param charset UTF-8 if every byte fits, else GB18030
 * @param batch names the file's name and content
 * @param lines that it has
 */
public record ImportFile(Path path, Charset charset, String batch, long lines) {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String SAVE_AS = "Save it as CSV (UTF-8) and import that";

  private record Text(Charset charset, long lines) {}

  /**
   * Looks a file through.
   *
   * @throws ImportException if it is no text in one of the two encodings
   */
  public static ImportFile of(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new ImportException("there is no file " + path + ". Say -Dimport= with its path");
    }
    try {
      refuseOtherFormats(path);
      var text = read(path);
      var batch = Ids.derived("import", path.getFileName().toString(), digest(path));
      return new ImportFile(path, text.charset(), batch, text.lines());
    } catch (IOException e) {
      throw new ImportException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  public String name() {
    return path.getFileName().toString();
  }

  /** The text from its beginning, without a byte order mark. */
  public BufferedReader open() throws IOException {
    var reader = reader(path, charset);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static void refuseOtherFormats(Path path) throws IOException {
    byte[] start;
    try (var in = Files.newInputStream(path)) {
      start = in.readNBytes(4);
    }
    var hex = HexFormat.of().formatHex(start);
    if (hex.isEmpty()) {
      throw new ImportException(path.getFileName() + " is empty");
    } else if (hex.startsWith("504b0304") || hex.startsWith("d0cf11e0")) {
      throw new ImportException(path.getFileName() + " is an Excel workbook. " + SAVE_AS);
    } else if (hex.startsWith("fffe") || hex.startsWith("feff")) {
      throw new ImportException(path.getFileName() + " is UTF-16. " + SAVE_AS);
    }
  }

  private static Text read(Path path) throws IOException {
    try {
      return lines(path, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return chinese(path);
    }
  }

  private static Text chinese(Path path) throws IOException {
    try {
      return lines(path, GB18030);
    } catch (CharacterCodingException e) {
      throw new ImportException(
          path.getFileName() + " is neither UTF-8 nor GB18030 (GBK). " + SAVE_AS, e);
    }
  }

  private static Text lines(Path path, Charset charset) throws IOException {
    long lines = 1;
    try (var reader = reader(path, charset)) {
      var buffer = new char[1 << 16];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        for (int i = 0; i < n; i++) {
          if (buffer[i] == '\n') {
            lines++;
          } else if (buffer[i] == 0) {
            throw new ImportException(path.getFileName() + " is no text file. " + SAVE_AS);
          }
        }
      }
    }
    return new Text(charset, lines);
  }

  // Strict: a byte that does not fit is no reason to guess.
  private static BufferedReader reader(Path path, Charset charset) throws IOException {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new BufferedReader(new InputStreamReader(Files.newInputStream(path), decoder), 1 << 16);
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
