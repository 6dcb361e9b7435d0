package dev.trellis.core.playbook;

import dev.trellis.core.journey.Enrollment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;

/**
 * When mails may go out that nobody asked for: not at night, and not too many, whichever journeys
 * want to send them.
 *
 * @param quietFrom when the quiet hours begin where the lead lives; equal to {@code quietTo}: none
 * @param quietTo when they end
 * @param most mails within the period
 * @param period at most as long as enrollments keep their effects
 */
public record Rhythm(LocalTime quietFrom, LocalTime quietTo, int most, Duration period) {

  /** Any time, any number. */
  public static final Rhythm FREE =
      new Rhythm(LocalTime.MIN, LocalTime.MIN, Integer.MAX_VALUE, Duration.ZERO);

  /** No cap counts over more: enrollments do not remember longer. */
  static final Duration LONGEST = Duration.ofDays(Enrollment.KEEP_EFFECTS_DAYS);

  /** No mail starts so shortly before the quiet hours that a queue might carry it into them. */
  private static final Duration ON_THE_WAY = Duration.ofMinutes(15);

  /**
   * The first instant from {@code now} on at which a mail may start.
   *
   * @param mailed when mails were sent lately
   */
  public Instant next(Instant now, ZoneId zone, Collection<Instant> mailed) {
    var newest = mailed.stream().sorted(Comparator.reverseOrder()).toList();
    var at = now;
    if (newest.size() >= most) {
      var free = newest.get(most - 1).plus(period);
      at = free.isAfter(at) ? free : at;
    }
    return isQuiet(at, zone) || isQuiet(at.plus(ON_THE_WAY), zone) ? morning(at, zone) : at;
  }

  /** The same for somebody who wants at most one mail a week or a month; others change nothing. */
  public Rhythm slower(String pace) {
    return switch (pace) {
      case "weekly" -> new Rhythm(quietFrom, quietTo, 1, Duration.ofDays(7));
      case "monthly" -> new Rhythm(quietFrom, quietTo, 1, Duration.ofDays(30));
      default -> this;
    };
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
