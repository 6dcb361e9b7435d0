package dev.trellis.imports.file;

import module java.base;

/** A text whose cells stand between separators. */
record TextTable(Source source, Charset charset, char separator) implements Table {

  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final Map<Character, String> NAMES = Map.of(',', "", ';', "; ", '\t', "tab");

  /** The ways to read a text: by the separator that is chosen or that its first line names. */
  static List<Table> of(Source source, Charset charset, Choices choices) throws IOException {
    var separator = choices.separator().or(() -> instructed(source, charset));
    var separators = separator.map(c -> new char[] {c}).orElse(SEPARATORS);
    var tables = new ArrayList<Table>();
    for (char c : separators) {
      tables.add(new TextTable(source, charset, c));
    }
    return tables;
  }

  private static Optional<Character> instructed(Source source, Charset charset) {
    try (var lines = new Lines(source.open(), charset, 0)) {
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
    var in = source.open(from.position());
    try {
      return new CsvRows(in, charset, separator, from);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
