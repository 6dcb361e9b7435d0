package dev.trellis.aws.dynamodb;

import module java.base;

/** Instants as text of fixed width, so that they sort by time. */
final class SortableTime {

  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withZone(ZoneOffset.UTC);

  private SortableTime() {}

  /** {@code 2026-03-01T08:00:00.000Z}. */
  static String millis(Instant at) {
    return MILLIS.format(at);
  }

  /** {@code 2026-03-01T08}. */
  static String hour(Instant at) {
    return HOUR.format(at);
  }
}
