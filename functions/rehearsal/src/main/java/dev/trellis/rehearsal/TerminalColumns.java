package dev.trellis.rehearsal;

/** Columns of a terminal, where a Chinese character is as wide as two others (UAX #11). */
final class TerminalColumns {

  private static final int FIRST_WIDE = 0x1100;

  private TerminalColumns() {}

  /** The text, filled up with spaces to so many columns. */
  static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  static int width(String text) {
    return text.codePoints().map(c -> c >= FIRST_WIDE && !isNarrow(c) ? 2 : 1).sum();
  }

  private static boolean isNarrow(int character) {
    return Character.UnicodeBlock.GENERAL_PUNCTUATION.equals(Character.UnicodeBlock.of(character));
  }
}
