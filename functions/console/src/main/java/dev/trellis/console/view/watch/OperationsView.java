package dev.trellis.console.view.watch;

import module java.base;

import dev.trellis.console.view.SweepView;
import dev.trellis.console.view.Waits;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.port.WaitingMails.Waiting;
import dev.trellis.core.port.WorkQueues;

/**
 * How everything runs.
 *
 * @param scoring the version of the table of scores that is in force
 * @param sweep how far the playbook in force has reached everybody, and who let it; null before the
 *     first
 */
public record OperationsView(
    List<Queue> queues, List<Ticks> ticks, Sending sending, int scoring, SweepView sweep) {

  /** Who sets timers. */
  private static final List<String> OWNERS = List.of("pools", "nurture", "mails");

  private static final int MOST = 1_000;

  /**
   * A queue.
   *
   * @param oldestSeconds how long its oldest message waits, as it was some minutes ago; null if
   *     nobody knows
   */
  public record Queue(@Inline WorkQueues.Line line, Long oldestSeconds) {

    static List<Queue> of(WorkQueues queues) {
      var oldest = queues.oldest();
      return queues.all().stream()
          .map(line ->
              new Queue(
                  line,
                  Optional.ofNullable(oldest.get(line.name()))
                      .map(Duration::toSeconds)
                      .orElse(null)))
          .toList();
    }
  }

  /**
   * How far the timers of one kind are dealt with.
   *
   * @param upTo null before the first
   * @param due how many are due that nobody has dealt with
   */
  public record Ticks(String owner, Instant upTo, Waits.Count due) {

    static Ticks of(String owner, Timers timers, Instant now) {
      var upTo = timers.cursor(owner);
      if (upTo.equals(Instant.EPOCH)) {
        return new Ticks(owner, null, new Waits.Count(0, false));
      }
      var page = timers.due(owner, upTo, now);
      var due = new Waits.Count(page.timers().size(), page.upTo().isBefore(now));
      return new Ticks(owner, upTo, due);
    }
  }

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
      // Once one may try the way, nothing is said to keep mails back unless it does.
      var holds = brake.holds(now);
      var mails = line.first(MOST, now);
      return new Sending(
          holds ? Objects.requireNonNull(brake.why()).key() : null,
          brake.since(),
          holds ? brake.until() : null,
          mails.size(),
          mails.stream().map(Waiting::since).min(Comparator.naturalOrder()).orElse(null),
          brake.version() == 0 ? null : (Integer) brake.perMinute());
    }
  }

  /** How everything runs now. */
  public static OperationsView of(
      WorkQueues queues,
      Timers timers,
      WaitingMails line,
      int scoring,
      List<SweepView> sweeps,
      Instant now) {
    return new OperationsView(
        Queue.of(queues),
        OWNERS.stream().map(owner -> Ticks.of(owner, timers, now)).toList(),
        Sending.of(line, now),
        scoring,
        sweeps.stream().findFirst().orElse(null));
  }
}
