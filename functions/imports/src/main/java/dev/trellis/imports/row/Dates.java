package dev.trellis.imports.row;

import module java.base;

import dev.trellis.imports.file.DateOrder;
import java.text.Normalizer.Form;

/**
 * Dates as spreadsheets and tools write them. 03/04/2025 is two dates; the other cells of its
 * column tell which.
 */
final class Dates {

  /**
   * A date as it was told.
   *
   * @param at its beginning
   * @param length how long what was told lasts: a day, a minute, a second
   * @param day in its own zone
   */
  record Moment(Instant at, Duration length, LocalDate day) {

    /** Its last instant, but none after another one: it was not told after that. */
    Instant endNotAfter(Instant told) {
      var end = at.plus(length).minusMillis(1);
      return end.isAfter(told) ? told : end;
    }
  }

  /** What a cell may mean, by which number comes first; often the same. */
  record Readings(Optional<Moment> dayFirst, Optional<Moment> monthFirst) {

    private static final Readings NONE = new Readings(Optional.empty(), Optional.empty());

    Optional<Moment> in(DateOrder order) {
      return order == DateOrder.DAY_FIRST ? dayFirst : monthFirst;
    }

    /** The one thing that it means, if it is one. */
    Optional<Moment> only() {
      return isOpen() ? Optional.empty() : dayFirst.or(() -> monthFirst);
    }

    /** True if it means two things. */
    boolean isOpen() {
      return dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst);
    }

    /** True if only one order makes it a date. */
    boolean settles() {
      return dayFirst.isPresent() != monthFirst.isPresent();
    }
  }

  private static final String TIME =
      "(?:[T ,]+(?<half1>上午|下午|中午)?\\s*(?<h>\\d{1,2})[:时点](?<m>\\d{1,2})分?(?::?(?<s>\\d{1,2})(?:[.,]\\d+)?秒?)?"
          + "\\s*(?<half2>[ap]\\.?m\\.?)?\\s*(?<zone>z|utc|gmt|(?:utc|gmt)?[+-]\\d{1,2}(?::?\\d{2})?)?)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<y>\\d{4})[-/.年 ]\\s*(?<a>\\d{1,2})[-/.月 ]\\s*(?<b>\\d{1,2})日?" + TIME);
  private static final Pattern COMPACT =
      Pattern.compile("(?<y>\\d{4})(?<a>\\d{2})(?<b>\\d{2})" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<a>\\d{1,2})[-/](?<b>\\d{1,2})[-/](?<y>\\d{4})" + TIME);
  private static final Pattern DOTTED =
      Pattern.compile("(?<b>\\d{1,2})\\.\\s?(?<a>\\d{1,2})\\.\\s?(?<y>\\d{4})" + TIME);
  private static final Pattern MONTH_NAMED =
      Pattern.compile(
          "(?<name>[a-z]{3,9})\\.? (?<b>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})" + TIME);
  private static final Pattern DAY_NAMED =
      Pattern.compile("(?<b>\\d{1,2})[- ](?<name>[a-z]{3,9})\\.?[-, ]+(?<y>\\d{4}|\\d{2})" + TIME);
  private static final Pattern WEEKDAY = Pattern.compile("^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ");

  /** Days since the end of 1899, as spreadsheets keep them. */
  private static final Pattern SERIAL = Pattern.compile("([3-7]\\d{4})(\\.\\d+)?");

  private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> LONG_MONTHS =
      List.of(
          ("january february march april may june july august september october november"
                  + " december")
              .split(" "));
  private static final int LONGEST = 100;
  private static final int FIRST_YEAR = 1970;
  private static final Duration DAY = Duration.ofDays(1);

  private Dates() {}

  /** All that a cell may mean; nothing if it is no date. */
  static Readings read(String cell, ZoneId zone) {
    if (cell.length() > LONGEST) {
      return Readings.NONE;
    }
    var text = WEEKDAY.matcher(folded(cell)).replaceFirst("");
    for (var pattern : List.of(YEAR_FIRST, COMPACT, DOTTED, MONTH_NAMED, DAY_NAMED)) {
      var found = pattern.matcher(text);
      if (found.matches()) {
        return one(date(found, month(found), number(found, "b"), zone));
      }
    }
    var found = YEAR_LAST.matcher(text);
    if (found.matches()) {
      int first = number(found, "a");
      int second = number(found, "b");
      return new Readings(date(found, second, first, zone), date(found, first, second, zone));
    }
    return one(serial(text, zone));
  }

  private static String folded(String cell) {
    return Normalizer.normalize(cell, Form.NFKC)
        .replaceAll("\\p{Cf}", "")
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT)
        .replaceFirst("(?<=\\d)t(?=\\d)", " ");
  }

  private static Readings one(Optional<Moment> moment) {
    return moment.isEmpty() ? Readings.NONE : new Readings(moment, moment);
  }

  private static int month(Matcher found) {
    if (!found.namedGroups().containsKey("name")) {
      return number(found, "a");
    }
    var name = found.group("name");
    return 1
        + Math.max(MONTHS.indexOf(name.equals("sept") ? "sep" : name), LONG_MONTHS.indexOf(name));
  }

  private static Optional<Moment> date(Matcher found, int month, int day, ZoneId company) {
    try {
      int year = number(found, "y");
      var at =
          LocalDateTime.of(
              found.group("y").length() == 2 ? 2000 + year : year,
              month,
              day,
              hour(found),
              number(found, "m"),
              number(found, "s"));
      var length =
          found.group("s") != null
              ? Duration.ofSeconds(1)
              : found.group("h") != null ? Duration.ofMinutes(1) : DAY;
      return moment(at, length, zone(found.group("zone"), company));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int hour(Matcher found) {
    int hour = number(found, "h");
    var half = found.group("half1") == null ? found.group("half2") : found.group("half1");
    if (half == null) {
      return hour;
    }
    boolean isLate = half.startsWith("p") || half.equals("下午") || half.equals("中午");
    if (hour > 12) {
      return isLate ? hour : 24; // 上午 13:00 is no time
    }
    return hour % 12 + (isLate ? 12 : 0);
  }

  private static ZoneId zone(String told, ZoneId company) {
    if (told == null) {
      return company;
    }
    var offset = told.replaceFirst("^(utc|gmt|z)", "");
    if (offset.isEmpty()) {
      return ZoneOffset.UTC;
    }
    return ZoneOffset.of(offset.length() == 2 ? offset.charAt(0) + "0" + offset.charAt(1) : offset);
  }

  private static Optional<Moment> serial(String text, ZoneId zone) {
    var found = SERIAL.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    long seconds =
        new BigDecimal(text)
            .multiply(BigDecimal.valueOf(DAY.toSeconds()))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    return moment(
        EPOCH.plusSeconds(seconds), found.group(2) == null ? DAY : Duration.ofSeconds(1), zone);
  }

  private static Optional<Moment> moment(LocalDateTime at, Duration length, ZoneId zone) {
    return at.getYear() < FIRST_YEAR
        ? Optional.empty()
        : Optional.of(new Moment(at.atZone(zone).toInstant(), length, at.toLocalDate()));
  }

  private static int number(Matcher found, String group) {
    return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
  }
}
