package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.port.Mailer.Quota;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.port.WaitingMails.Waiting;
import dev.trellis.core.port.WorkQueues;

/**
 * How everything runs.
 *
 * @param scoring the version of the table of scores that is in force
 */
public record OperationsView(
    List<WorkQueues.Line> queues, List<Ticks> ticks, Sending sending, int scoring) {

  /** Who sets timers. */
  private static final List<String> OWNERS = List.of("pools", "nurture", "mails");

  private static final int MOST = 1_000;

  /**
   * How far the timers of one kind are dealt with.
   *
   * @param upTo null before the first
   */
  public record Ticks(String owner, Instant upTo) {}

  /**
   * Whether mails go.
   *
   * @param reason why they are kept back, or null if they go
   * @param until when one tries the way; null if mails go or only a person ends it
   * @param waiting whose time has come, a thousand at most
   * @param perSecond what SES takes; null if it did not say
   * @param left what it takes within these 24 hours; null if it did not say, or takes all
   */
  public record Sending(
      String reason,
      Instant since,
      Instant until,
      int waiting,
      Instant longest,
      Double perSecond,
      Long left) {

    static Sending of(WaitingMails line, Optional<Quota> quota, Instant now) {
      var brake = line.brake();
      var mails = line.first(MOST, now);
      return new Sending(
          brake.why() == null ? null : brake.why().key(),
          brake.since(),
          brake.until(),
          mails.size(),
          mails.stream().map(Waiting::since).min(Comparator.naturalOrder()).orElse(null),
          quota.map(Quota::perSecond).orElse(null),
          quota.map(Quota::left).filter(Double::isFinite).map(Double::longValue).orElse(null));
    }
  }

  /** How everything runs now. */
  public static OperationsView of(
      WorkQueues queues,
      Timers timers,
      WaitingMails line,
      Optional<Quota> quota,
      int scoring,
      Instant now) {
    var ticks =
        OWNERS.stream()
            .map(owner -> {
              var upTo = timers.cursor(owner);
              return new Ticks(owner, upTo.equals(Instant.EPOCH) ? null : upTo);
            })
            .toList();
    return new OperationsView(queues.all(), ticks, Sending.of(line, quota, now), scoring);
  }
}
