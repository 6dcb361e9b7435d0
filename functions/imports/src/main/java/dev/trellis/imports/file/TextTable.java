package dev.trellis.imports.file;

import module java.base;

/** A text whose cells stand between separators. */
record TextTable(Path path, Charset charset, char separator) implements Table {

  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final Map<Character, String> NAMES = Map.of(',', "", ';', "; ", '\t', "tab");

  /** The ways to read a text: by the separator that is chosen or that its first line names. */
  static List<Table> of(Path path, Charset charset, Choices choices) throws IOException {
    var separator = choices.separator().or(() -> instructed(path, charset));
    var separators = separator.map(c -> new char[] {c}).orElse(SEPARATORS);
    var tables = new ArrayList<Table>();
    for (char c : separators) {
      tables.add(new TextTable(path, charset, c));
    }
    return tables;
  }

  private static Optional<Character> instructed(Path path, Charset charset) {
    try (var lines = new Lines(Files.newInputStream(path), charset, 0)) {
      return Optional.ofNullable(lines.take()).flatMap(line -> CsvRows.instructed(line.text()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String said() {
    var mark = NAMES.getOrDefault(separator, Character.toString(separator)).strip();
    return Charsets.name(charset) + (mark.isEmpty() ? "" : " (" + mark + ")");
  }

  @Override
  public Rows open(Rows.Place from) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(path));
    try {
      in.skipNBytes(from.position());
      return new CsvRows(in, charset, separator, from);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
