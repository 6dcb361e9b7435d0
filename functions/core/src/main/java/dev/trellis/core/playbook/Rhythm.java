package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.condition.Days;

/**
 * When mails may go out that nobody asked for: on working days, not at night, and not too many,
 * whichever journeys want to send them.
 *
 * @param workdays on which they go out
 * @param quietFrom when the quiet hours begin where the lead lives; equal to {@code quietTo}: none
 * @param quietTo when they end
 * @param caps the company's and, where it is theirs, the person's own; all hold, so the stricter
 *     decides at each instant
 */
public record Rhythm(Workdays workdays, LocalTime quietFrom, LocalTime quietTo, List<Cap> caps) {

  /** Any time, any number. */
  public static final Rhythm FREE =
      new Rhythm(Workdays.ALL, LocalTime.MIN, LocalTime.MIN, List.of());

  /** No cap counts over more days: enrollments do not remember longer. */
  public static final int LONGEST_DAYS = 31;

  public static final Duration LONGEST = Duration.ofDays(LONGEST_DAYS);

  /** No mail starts so shortly before the quiet hours that a queue might carry it into them. */
  private static final Duration ON_THE_WAY = Duration.ofMinutes(15);

  /** Longer than any country rests. */
  private static final int MOST_DAYS_OFF = 60;

  public Rhythm {
    caps = List.copyOf(caps);
  }

  /**
   * Where a reader lives.
   *
   * @param country ISO 3166 code, by which holidays go
   */
  public record Place(ZoneId zone, String country) {}

  /**
   * How many mails there are at most.
   *
   * @param most mails within the period
   * @param period at most as long as enrollments keep their effects
   */
  public record Cap(int most, Duration period) {

    /** True if there were ever as many within the period, as days are counted. */
    public boolean isMet(Collection<Instant> times, Days days) {
      var sorted = times.stream().sorted().toList();
      return IntStream.rangeClosed(0, sorted.size() - most)
          .anyMatch(i -> sorted.get(i + most - 1).isBefore(days.after(sorted.get(i), period)));
    }

    private Instant next(Instant now, Days days, List<Instant> newest) {
      var free = newest.size() < most ? now : days.after(newest.get(most - 1), period);
      return free.isAfter(now) ? free : now;
    }
  }

  /**
   * Days on which people work.
   *
   * @param week days of an ordinary week
   * @param holidays by country (ISO 3166); elsewhere every week is ordinary
   */
  public record Workdays(Set<DayOfWeek> week, Map<String, Holidays> holidays) {

    /** Every day. */
    public static final Workdays ALL = new Workdays(EnumSet.allOf(DayOfWeek.class), Map.of());

    public Workdays {
      week = Set.copyOf(week);
      holidays = Map.copyOf(holidays);
    }

    /** True if people work on a day where these holidays are kept. */
    public boolean contains(LocalDate day, String country) {
      var kept = holidays.get(country);
      return week.size() == DayOfWeek.values().length
          || (kept == null || !kept.isOff(day))
              && (week.contains(day.getDayOfWeek()) || kept != null && kept.worked().contains(day));
    }

    /** Years of which nobody told the holidays that are kept, as "CN 2031", between two days. */
    public List<String> untold(LocalDate from, LocalDate to) {
      return IntStream.rangeClosed(from.getYear(), to.getYear())
          .boxed()
          .flatMap(year ->
              holidays.entrySet().stream()
                  .filter(kept -> !kept.getValue().years().isEmpty())
                  .filter(kept -> !kept.getValue().years().contains(year))
                  .map(kept -> kept.getKey() + " " + year))
          .sorted()
          .toList();
    }
  }

  /**
   * When a country rests.
   *
   * @param every days without work in each year, told or not
   * @param years for which the others are told
   * @param off days without work; those of an ordinary weekend need not be among them
   * @param worked days of weekends that are worked instead
   */
  public record Holidays(
      SortedSet<MonthDay> every,
      SortedSet<Integer> years,
      SortedSet<LocalDate> off,
      SortedSet<LocalDate> worked) {

    private boolean isOff(LocalDate day) {
      return off.contains(day) || every.contains(MonthDay.from(day));
    }
  }

  /**
   * The first instant from {@code now} on at which a mail may start.
   *
   * @param mailed when mails were sent lately
   */
  public Instant next(Instant now, Place reader, Collection<Instant> mailed) {
    var days = new Days(reader.zone());
    var newest = mailed.stream().sorted(Comparator.reverseOrder()).toList();
    var at = now;
    for (var cap : caps) {
      at = cap.next(at, days, newest);
    }
    return isOpen(at, reader) && isOpen(at.plus(ON_THE_WAY), reader) ? at : morning(at, reader);
  }

  /** The same for somebody who wants at most one mail a week or a month; others change nothing. */
  public Rhythm slower(String pace) {
    return switch (pace) {
      case "weekly" -> and(new Cap(1, Duration.ofDays(7)));
      case "monthly" -> and(new Cap(1, Duration.ofDays(30)));
      default -> this;
    };
  }

  private Rhythm and(Cap cap) {
    return new Rhythm(
        workdays, quietFrom, quietTo, Stream.concat(caps.stream(), Stream.of(cap)).toList());
  }

  /** True if it is a working day where the lead lives, and not night. */
  public boolean isOpen(Instant at, Place reader) {
    var local = at.atZone(reader.zone());
    var time = local.toLocalTime();
    var isQuiet =
        quietFrom.isAfter(quietTo)
            ? !time.isBefore(quietFrom) || time.isBefore(quietTo)
            : !time.isBefore(quietFrom) && time.isBefore(quietTo);
    return !isQuiet && workdays.contains(local.toLocalDate(), reader.country());
  }

  private Instant morning(Instant at, Place reader) {
    var morning = at.atZone(reader.zone()).with(quietTo);
    for (int day = 0; day < MOST_DAYS_OFF; day++) {
      if (morning.toInstant().isAfter(at)
          && workdays.contains(morning.toLocalDate(), reader.country())) {
        break;
      }
      morning = morning.plusDays(1);
    }
    return morning.toInstant();
  }
}
