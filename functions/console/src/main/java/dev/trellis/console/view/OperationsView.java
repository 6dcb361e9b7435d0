package dev.trellis.console.view;

import module java.base;

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
   * @param perMinute what SES takes, as it said when mails were sent last; null before the first
   */
  public record Sending(
      String reason,
      Instant since,
      Instant until,
      int waiting,
      Instant longest,
      Integer perMinute) {

    static Sending of(WaitingMails line, Instant now) {
      var brake = line.brake();
      var mails = line.first(MOST, now);
      return new Sending(
          brake.why() == null ? null : brake.why().key(),
          brake.since(),
          brake.until(),
          mails.size(),
          mails.stream().map(Waiting::since).min(Comparator.naturalOrder()).orElse(null),
          brake.version() == 0 ? null : (Integer) brake.perMinute());
    }
  }

  /** How everything runs now. */
  public static OperationsView of(
      WorkQueues queues, Timers timers, WaitingMails line, int scoring, Instant now) {
    var ticks =
        OWNERS.stream()
            .map(owner -> {
              var upTo = timers.cursor(owner);
              return new Ticks(owner, upTo.equals(Instant.EPOCH) ? null : upTo);
            })
            .toList();
    return new OperationsView(queues.all(), ticks, Sending.of(line, now), scoring);
  }
}
