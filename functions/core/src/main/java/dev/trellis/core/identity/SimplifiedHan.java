package dev.trellis.core.identity;

import module java.base;

/** Chinese characters in their simplified form, so that 張偉 and 张伟 read alike. */
final class SimplifiedHan {

  private static final Map<Integer, Integer> SIMPLIFIED = read();

  private SimplifiedHan() {}

  static String of(String text) {
    return text.codePoints()
        .map(c -> SIMPLIFIED.getOrDefault(c, c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Map<Integer, Integer> read() {
    var out = new HashMap<Integer, Integer>();
    var file = SimplifiedHan.class.getResourceAsStream("simplified.txt");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> put(line, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  private static void put(String line, Map<Integer, Integer> out) {
    int simplified = line.codePointAt(0);
    line.codePoints().skip(1).forEach(traditional -> out.put(traditional, simplified));
  }
}
