package dev.trellis.imports.row;

import module java.base;

/** Dates as spreadsheets write them, year first; an hour and a minute may follow. */
final class Dates {

  private static final Pattern DATE =
      Pattern.compile(
          "([0-9]{4})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})日?"
              + "(?:[T ]+([0-9]{1,2})[:时]([0-9]{1,2})分?(?::([0-9]{1,2})(?:\\.[0-9]+)?)?)?");
  private static final int FIRST_YEAR = 1990;

  private Dates() {}

  static Optional<Instant> parse(String cell, ZoneId zone) {
    var text = cell.strip();
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      var found = DATE.matcher(text);
      return found.matches() ? date(found, zone) : Optional.empty();
    }
  }

  private static Optional<Instant> date(Matcher found, ZoneId zone) {
    try {
      var at =
          LocalDateTime.of(
              number(found, 1),
              number(found, 2),
              number(found, 3),
              number(found, 4),
              number(found, 5),
              number(found, 6));
      return at.getYear() < FIRST_YEAR
          ? Optional.empty()
          : Optional.of(at.atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher found, int group) {
    return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
  }
}
