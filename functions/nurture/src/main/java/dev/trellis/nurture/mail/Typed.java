package dev.trellis.nurture.mail;

/**
 * What a stranger typed, made fit to stand in a mail to whatever address they typed with it: one
 * short line, nothing invisible, and nothing that a mail program would turn into a link.
 */
final class Typed {

  private static final int LONGEST = 80;
  private static final String WORD_JOINER = "\u2060";

  private Typed() {}

  /** The value, or an empty text if nothing of it is left. */
  static String tamed(String value) {
    if (value == null) {
      return "";
    }
    var line =
        value
            .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
            .replaceAll("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "")
            .strip();
    if (line.codePointCount(0, line.length()) > LONGEST) {
      line = line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }
    return line.replaceAll("([.:@/])(?=\\S)", "$1" + WORD_JOINER);
  }

  /** True if it may stand as a name in a header, beside an address. */
  static boolean isName(String value) {
    return value.matches("[\\p{L}\\p{M}\\p{N} .'’·-]{1,60}");
  }
}
