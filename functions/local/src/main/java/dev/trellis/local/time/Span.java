package dev.trellis.local.time;

import module java.base;

/** A length of time as people write it in ISO 8601: {@code P3D}, {@code PT2H}, {@code P1M2DT3H}. */
public record Span(Period period, Duration duration) {

  private static final int LONGEST_YEARS = 10;

  /**
   * Reads a span.
   *
   * @throws IllegalArgumentException if it is none, or goes back
   */
  public static Span parse(String text) {
    try {
      int t = text.indexOf('T');
      var date = t < 0 ? text : text.substring(0, t);
      var period = date.equals("P") && t > 0 ? Period.ZERO : Period.parse(date);
      var duration = t < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(t));
      if (period.isNegative() || duration.isNegative()) {
        throw new IllegalArgumentException("time goes forward only");
      } else if (period.toTotalMonths() / 12 + period.getDays() / 365 + duration.toDays() / 365
          >= LONGEST_YEARS) {
        throw new IllegalArgumentException("time goes less than 10 years at once");
      }
      return new Span(period, duration);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("write a span like P3D, PT2H or P1M2DT3H");
    }
  }

  public static Span of(Duration duration) {
    return new Span(Period.ZERO, duration);
  }

  Instant after(Instant start) {
    return ZonedDateTime.ofInstant(start, ZoneOffset.UTC).plus(period).plus(duration).toInstant();
  }
}
