package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.port.Brake;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;

/** What a person sees of the way out, and does about it. */
public final class SendingDesk {

  private final WaitingMails line;
  private final Timers timers;
  private final Clock clock;

  public SendingDesk(WaitingMails line, Timers timers, Clock clock) {
    this.line = line;
    this.timers = timers;
    this.clock = clock;
  }

  /** What keeps mails back, if anything does. */
  public Brake brake() {
    return line.brake();
  }

  /** How many mails wait. */
  public int waiting() {
    return line.count();
  }

  /** Keeps every mail back, within five minutes, until {@link #resume}. */
  public void stop() {
    change(brake -> brake.stopped(Hindrance.STOPPED_BY_HAND, null, clock.instant()));
  }

  /** Lets mails go again, whatever stopped them; what came back before counts no more. */
  public void resume() {
    timers.set(HeldUp.TIMERS, WakeMails.LINE, WakeMails.minute(clock.instant()));
    change(brake -> brake.resumed(clock.instant()));
  }

  /** True once {@link #stop} has reached whoever sends. */
  public boolean isStopped() {
    var brake = line.brake();
    return brake.why() == Hindrance.STOPPED_BY_HAND
        && !clock.instant().isBefore(brake.since().plus(Sending.OPEN_FOR));
  }

  private void change(UnaryOperator<Brake> change) {
    while (!line.save(change.apply(line.brake()))) {
      // Somebody else wrote in between, as dispatchers do: rarely.
    }
  }
}
