package dev.trellis.core.json;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads instants as they are written here, {@code 2026-03-02T12:00:00.123Z}, without a formatter.
 */
final class InstantText {

  private static final String FORM = "dddd-dd-ddTdd:dd:dd";
  private static final int LONGEST_FRACTION = 9;

  private InstantText() {}

  /**
   * @throws java.time.DateTimeException if it is no instant in any form
   */
  static Instant parse(String text) {
    return isPlain(text) ? plain(text) : Instant.parse(text);
  }

  private static boolean isPlain(String text) {
    int end = text.length() - 1;
    int fraction = end - FORM.length();
    if (fraction < 0
        || fraction == 1
        || fraction > 1 + LONGEST_FRACTION
        || text.charAt(end) != 'Z') {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char expected = i < FORM.length() ? FORM.charAt(i) : i == FORM.length() ? '.' : 'd';
      char found = text.charAt(i);
      if (expected == 'd' ? found < '0' || found > '9' : found != expected) {
        return false;
      }
    }
    return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
  }

  private static Instant plain(String text) {
    var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    long seconds =
        day.toEpochDay() * 86_400
            + number(text, 11, 13) * 3_600L
            + number(text, 14, 16) * 60L
            + number(text, 17, 19);
    int nanos = 0;
    for (int i = FORM.length() + 1; i <= FORM.length() + LONGEST_FRACTION; i++) {
      nanos = nanos * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
    }
    return Instant.ofEpochSecond(seconds, nanos);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
