package dev.trellis.imports.file;

import module java.base;

/**
 * How far a text is UTF-8.
 *
 * @param good characters of several bytes
 * @param bad places where bytes do not fit
 * @param line of the first of these
 */
record Utf8Check(long good, long bad, long line) {

  static Utf8Check of(Source source) throws IOException {
    long good = 0;
    long bad = 0;
    long line = 1;
    long first = 0;
    try (var in = new BufferedInputStream(source.open(), 1 << 16)) {
      int c = in.read();
      while (c >= 0) {
        if (c < 0x80) {
          line += c == '\n' ? 1 : 0;
          c = in.read();
          continue;
        }
        int more =
            c >= 0xc2 && c <= 0xdf
                ? 1
                : c >= 0xe0 && c <= 0xef ? 2 : c >= 0xf0 && c <= 0xf4 ? 3 : 0;
        int lead = c;
        boolean fits = more > 0;
        c = in.read();
        for (int i = 0; i < more && fits; i++) {
          fits = i == 0 ? isSecond(lead, c) : c >= 0x80 && c <= 0xbf;
          c = fits ? in.read() : c;
        }
        if (fits) {
          good++;
        } else {
          bad++;
          first = first == 0 ? line : first;
        }
      }
    }
    return new Utf8Check(good, bad, first);
  }

  // No character has two forms, and none is half of a pair.
  private static boolean isSecond(int lead, int c) {
    return switch (lead) {
      case 0xe0 -> c >= 0xa0 && c <= 0xbf;
      case 0xed -> c >= 0x80 && c <= 0x9f;
      case 0xf0 -> c >= 0x90 && c <= 0xbf;
      case 0xf4 -> c >= 0x80 && c <= 0x8f;
      default -> c >= 0x80 && c <= 0xbf;
    };
  }

  boolean isWhole() {
    return bad == 0;
  }

  /** True if nothing else would fit so well by chance. */
  boolean isNearlyWhole() {
    return bad > 0 && good >= 3 && good >= 10 * bad;
  }
}
