package dev.trellis.nurture;

import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Tick;
import dev.trellis.core.port.Timers;
import java.time.Clock;
import java.time.Instant;

/**
 * Mails that an outage carried into the quiet hours: in the morning a timer makes the lead's
 * journeys ask for them again. Sent back into its own queue, a mail would be stopped by Lambda's
 * detection of recursive loops after a few rounds; kept there invisible, it would come nearer to
 * the dead letters with each night.
 */
public final class HeldUp {

  /** The owner of the timers of mails. */
  public static final String TIMERS = "mails";

  private HeldUp() {}

  static void until(Instant morning, String lead, Timers timers, Instant now) {
    timers.set(TIMERS, lead, Timers.ahead(morning, now));
  }

  /**
   * Turns the mornings that have come into signals that ask for what was asked for before.
   *
   * @param line lets mails go that wait for the account, when it is time to look
   */
  public static Tick<JourneySignal> tick(
      Timers timers, MessageQueue<JourneySignal> queue, Runnable line, Clock clock) {
    MessageQueue<JourneySignal> both =
        signals -> {
          var leads = signals.stream().filter(s -> !s.lead().equals(WakeMails.LINE)).toList();
          if (!leads.isEmpty()) {
            queue.send(leads);
          }
          if (leads.size() < signals.size()) {
            line.run();
          }
        };
    return AdvanceJourneys.tick(TIMERS, Reason.HELD_UP, timers, both, clock);
  }
}
