package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;

/**
 * Lets mails that waited go: none while the brake is on, one to try the way, then each minute as
 * many as the account may send. Whoever finds the way closed again goes back into the line.
 */
public final class WakeMails implements Runnable {

  /** Stands for the whole line where a timer names a lead. */
  public static final String LINE = "all-that-wait";

  private final WaitingMails line;
  private final Timers timers;
  private final MessageQueue<MailDue> queue;
  private final Clock clock;

  public WakeMails(WaitingMails line, Timers timers, MessageQueue<MailDue> queue, Clock clock) {
    this.line = line;
    this.timers = timers;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public void run() {
    var now = clock.instant();
    var brake = line.brake();
    if (brake.holds(now)) {
      return; // whoever put it on has set a timer for its end
    }
    var mails = line.first(brake.isTrying(now) ? 1 : brake.perMinute(), now);
    if (mails.isEmpty()) {
      return;
    }
    timers.set(HeldUp.TIMERS, LINE, minute(now.plusMillis(1)));
    queue.send(mails.stream().map(m -> MailDue.woken(m.lead(), m.sendId(), m.since())).toList());
    line.remove(mails);
  }

  /** The first whole minute that is not before an instant: many who look again then are one. */
  static Instant minute(Instant at) {
    var floor = at.truncatedTo(ChronoUnit.MINUTES);
    return floor.equals(at) ? at : floor.plus(Duration.ofMinutes(1));
  }
}
