package dev.trellis.core.playbook;

import dev.trellis.core.condition.Days;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * When mails may go out that nobody asked for: not at night, and not too many, whichever journeys
 * want to send them.
 *
 * @param quietFrom when the quiet hours begin where the lead lives; equal to {@code quietTo}: none
 * @param quietTo when they end
 * @param caps the company's and, where it is theirs, the person's own; all hold, so the stricter
 *     decides at each instant
 */
public record Rhythm(LocalTime quietFrom, LocalTime quietTo, List<Cap> caps) {

  /** Any time, any number. */
  public static final Rhythm FREE = new Rhythm(LocalTime.MIN, LocalTime.MIN, List.of());

  /** No cap counts over more days: enrollments do not remember longer. */
  public static final int LONGEST_DAYS = 31;

  public static final Duration LONGEST = Duration.ofDays(LONGEST_DAYS);

  /** No mail starts so shortly before the quiet hours that a queue might carry it into them. */
  private static final Duration ON_THE_WAY = Duration.ofMinutes(15);

  public Rhythm {
    caps = List.copyOf(caps);
  }

  /**
   * How many mails there are at most.
   *
   * @param most mails within the period
   * @param period at most as long as enrollments keep their effects
   */
  public record Cap(int most, Duration period) {

    private Instant next(Instant now, Days days, List<Instant> newest) {
      var free = newest.size() < most ? now : days.after(newest.get(most - 1), period);
      return free.isAfter(now) ? free : now;
    }
  }

  /**
   * The first instant from {@code now} on at which a mail may start.
   *
   * @param mailed when mails were sent lately
   */
  public Instant next(Instant now, ZoneId zone, Collection<Instant> mailed) {
    var newest = mailed.stream().sorted(Comparator.reverseOrder()).toList();
    var at = now;
    for (var cap : caps) {
      at = cap.next(at, new Days(zone), newest);
    }
    return isQuiet(at, zone) || isQuiet(at.plus(ON_THE_WAY), zone) ? morning(at, zone) : at;
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
    return new Rhythm(quietFrom, quietTo, Stream.concat(caps.stream(), Stream.of(cap)).toList());
  }

  /** True if it is night where the lead lives. */
  public boolean isQuiet(Instant at, ZoneId zone) {
    var time = at.atZone(zone).toLocalTime();
    return quietFrom.isAfter(quietTo)
        ? !time.isBefore(quietFrom) || time.isBefore(quietTo)
        : !time.isBefore(quietFrom) && time.isBefore(quietTo);
  }

  private Instant morning(Instant at, ZoneId zone) {
    var morning = at.atZone(zone).with(quietTo);
    return (morning.toInstant().isAfter(at) ? morning : morning.plusDays(1)).toInstant();
  }
}
