package dev.trellis.core.condition;

import module java.base;

/**
 * Days where somebody lives: the one place that makes days of instants and counts days, weeks and
 * months from one. A period ends at the same local hour, whatever the clocks do in between; months
 * that are too short end on their last day.
 */
public record Days(ZoneId zone) {

  /** Those of nobody in particular. */
  public static final Days UTC = new Days(ZoneOffset.UTC);

  /** Zones that always agree are one. */
  public Days {
    zone = zone.normalized();
  }

  /** One of the two, whichever is asked first; rather one of somewhere than UTC. */
  public static Days either(Days one, Days other) {
    if (one.equals(UTC) || other.equals(UTC)) {
      return one.equals(UTC) ? other : one;
    }
    return one.zone.getId().compareTo(other.zone.getId()) <= 0 ? one : other;
  }

  /** The day that it is there at an instant. */
  public LocalDate of(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** When a day begins. */
  public Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** When a day is over. */
  public Instant end(LocalDate day) {
    return start(day.plusDays(1));
  }

  /** So long after an instant, or before it if the period is negative. */
  public Instant after(Instant at, Period period) {
    return at.atZone(zone).plus(period).toInstant();
  }

  /** The same; whole days of 24 hours are days of the calendar. */
  public Instant after(Instant at, Duration time) {
    var days = time.toDays();
    return at.atZone(zone).plusDays(days).plus(time.minusDays(days)).toInstant();
  }
}
