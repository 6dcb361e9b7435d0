package dev.trellis.core.text;

/** Which characters may stand in a text that people typed. */
public final class Characters {

  private Characters() {}

  /**
   * True for what can be printed as it is: no control character or line break (which would forge
   * lines of a mail or a log), no half of a pair, and nothing that turns the reading direction
   * (which would show a text as another).
   */
  public static boolean arePlain(String text) {
    return text.codePoints().allMatch(Characters::isPlain);
  }

  /** True if there are invisible marks, such as phones put around copied numbers. */
  public static boolean haveMarks(String text) {
    return !withoutMarks(text).equals(text);
  }

  /** The text without invisible marks. */
  public static String withoutMarks(String text) {
    return text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> !turnsDirection(c);
    };
  }

  private static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
