package dev.trellis.imports.file;

import module java.base;

/** The beginning of a text as bytes, and what it says in one encoding or another. */
final class TextSample {

  private static final int LENGTH = 1 << 16;
  private static final Pattern CELLS = Pattern.compile("[,;\t|]");
  private static final int LINES = 200;

  /** So many characters fit into another encoding by chance. */
  private static final int FEW = 6;

  private final byte[] bytes;

  private TextSample(byte[] bytes) {
    this.bytes = bytes;
  }

  static TextSample of(Source source) throws IOException {
    try (var in = source.open()) {
      return new TextSample(in.readNBytes(LENGTH));
    }
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  boolean hasZeros() {
    return zeros(0) + zeros(1) > 0;
  }

  /** The encoding that a byte order mark tells. */
  Optional<Charset> marked() {
    var hex = HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
    if (hex.startsWith("efbbbf")) {
      return Optional.of(Charsets.UTF_8);
    } else if (hex.equals("84319533")) {
      return Optional.of(Charsets.GB18030);
    } else if (hex.startsWith("fffe")) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return hex.startsWith("feff") ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  /** UTF-16 without a mark: every second byte of ASCII is zero, and no other. */
  Optional<Charset> wide() {
    int even = zeros(0);
    int odd = zeros(1);
    if (bytes.length % 2 != 0 || Math.min(even, odd) > 0 || Math.max(even, odd) < 2) {
      return Optional.empty();
    }
    return Optional.of(even > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }

  private int zeros(int start) {
    int count = 0;
    for (int i = start; i < bytes.length; i += 2) {
      count += bytes[i] == 0 ? 1 : 0;
    }
    return count;
  }

  /** The cells of the first line that are not ASCII. */
  Stream<String> headers(Charset charset) {
    return lines(charset)
        .limit(1)
        .flatMap(CELLS::splitAsStream)
        .map(cell -> cell.replace("\"", "").strip())
        .filter(TextSample::isMore);
  }

  /** The first line that the encoding matters for, in quotes. */
  String example(Charset charset, int length) {
    return quoted(lines(charset).filter(TextSample::isMore).findFirst().orElse("").strip(), length);
  }

  static String quoted(String text, int length) {
    return "\"" + (text.length() > length ? text.substring(0, length) + "…" : text) + "\"";
  }

  boolean readsTheSame(Charset one, Charset other) {
    return lines(one).toList().equals(lines(other).toList());
  }

  /**
   * What the first line was meant to say if all lines were UTF-8 once, taken for this encoding, and
   * saved so.
   */
  Optional<String> readTwice(Charset wrong) {
    var lines =
        lines(Charsets.UTF_8)
            .filter(TextSample::isMore)
            .filter(line -> !CellCheck.hasLost(line))
            .toList();
    long characters = lines.stream().flatMapToInt(String::codePoints).filter(c -> c > 0x7f).count();
    var meant = lines.stream().map(line -> meant(line, wrong)).toList();
    return characters < FEW || meant.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : meant.getFirst();
  }

  private static Optional<String> meant(String line, Charset wrong) {
    try {
      var bytes = wrong.newEncoder().encode(CharBuffer.wrap(line));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isMore(String text) {
    return text.chars().anyMatch(c -> c > 0x7f);
  }

  // The last one may end in the middle of a character.
  private Stream<String> lines(Charset charset) {
    var text = new String(bytes, charset).replaceFirst("^\uFEFF", "");
    var lines = text.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
    return (bytes.length == LENGTH && lines.size() > 1 ? lines.subList(0, lines.size() - 1) : lines)
        .stream();
  }
}
