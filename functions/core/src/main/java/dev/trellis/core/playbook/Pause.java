package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.condition.Days;

/** How long a journey waits. */
public sealed interface Pause {

  /**
   * When the wait is over.
   *
   * @param since when the step before was done
   * @param roundAt when this round of the enclosing {@code each} began
   * @param zone the lead's
   */
  Instant end(Instant since, Instant roundAt, ZoneId zone);

  /** A period after the step before. */
  record For(Period period) implements Pause {
    @Override
    public Instant end(Instant since, Instant roundAt, ZoneId zone) {
      return new Days(zone).after(since, period);
    }
  }

  /** A period after the round began, however long its steps took (R95). */
  record OfRound(Period period) implements Pause {
    @Override
    public Instant end(Instant since, Instant roundAt, ZoneId zone) {
      var end = new Days(zone).after(roundAt, period);
      return end.isBefore(since) ? since : end;
    }
  }

  /** Until it is one of these days and this time where the lead lives. */
  record Until(Set<DayOfWeek> days, LocalTime time) implements Pause {
    @Override
    public Instant end(Instant since, Instant roundAt, ZoneId zone) {
      var at = since.atZone(zone).with(time);
      while (!days.contains(at.getDayOfWeek()) || at.toInstant().isBefore(since)) {
        at = at.plusDays(1);
      }
      return at.toInstant();
    }
  }
}
