package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.port.Brake;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.port.WaitingMails.Waiting;

/** What a person sees of the way out, and does about it, wherever it is said. */
public final class SendingDesk {

  private static final int MOST_COUNTED = 1_000;

  private final WaitingMails line;
  private final Timers timers;
  private final Clock clock;

  public SendingDesk(WaitingMails line, Timers timers, Clock clock) {
    this.line = line;
    this.timers = timers;
    this.clock = clock;
  }

  /** What became of what a person said. */
  public enum Said {
    DONE,
    /** It is neither {@code pause} nor {@code resume}. */
    UNKNOWN,
    /** Something else was said since. */
    OVERTAKEN,
    /** Leads were brought back, and of their mails nobody has decided: no mail may go yet. */
    RESTORING
  }

  /** What keeps mails back, if anything does. */
  public Brake brake() {
    return line.brake();
  }

  /** How many mails wait. */
  public int waiting() {
    return line.count();
  }

  /**
   * The mails that wait although their time has come.
   *
   * @param mails how many, a thousand at most
   * @param longest how long the first of them has waited
   * @param isStopped true if all mails are kept back, or nobody knows yet whether they go again
   */
  public record Wait(int mails, Duration longest, boolean isStopped) {}

  /** How mails wait now; empty if none does. */
  public Optional<Wait> now() {
    var now = clock.instant();
    var mails = line.first(MOST_COUNTED, now);
    return mails.stream()
        .map(Waiting::since)
        .min(Comparator.naturalOrder())
        .map(since ->
            new Wait(mails.size(), Duration.between(since, now), line.brake().why() != null));
  }

  /**
   * {@code pause} keeps every mail back, a crowd within half a minute and the last within five,
   * until {@code resume} lets them go, whatever stopped them; then what came back before counts no
   * more.
   */
  public Said say(String word) {
    return say(word, clock.instant());
  }

  /**
   * The same as it was said then.
   *
   * @return {@link Said#OVERTAKEN} if something else was said since, or stopped all mail
   */
  public Said say(String word, Instant at) {
    var brake = line.brake();
    // What is said here and now is never overtaken, if clocks differ by a little.
    var isLate = at.isBefore(clock.instant());
    return switch (word) {
      case "pause", "stop" -> // as it was called once
          isLate && brake.isSaidSince(at) ? Said.OVERTAKEN : pause(Hindrance.STOPPED_BY_HAND, at);
      case "resume" ->
          isLate && (brake.isSaidSince(at) || brake.isStoppedSince(at))
              ? Said.OVERTAKEN
              : resume(at);
      default -> Said.UNKNOWN;
    };
  }

  /** Leads come back: nobody resumes until {@link #isRestored} is told. */
  public void restores() {
    pause(Hindrance.RESTORING, clock.instant());
  }

  /** Of all leads that were brought back it is decided what may go: a person may resume. */
  public void isRestored() {
    change(brake ->
        brake.why() == Hindrance.RESTORING
            ? brake.stopped(Hindrance.STOPPED_BY_HAND, null, clock.instant())
            : brake);
  }

  /** True once nobody sends any more, until a person resumes. */
  public boolean isPaused() {
    var now = clock.instant();
    var brake = line.brake();
    return brake.holds(now)
        && (brake.why() == Hindrance.RESTORING
            || brake.why() == Hindrance.STOPPED_BY_HAND
                && !now.isBefore(brake.since().plus(Sending.OPEN_FOR)));
  }

  private Said pause(Hindrance why, Instant at) {
    change(brake ->
        brake.why() == Hindrance.RESTORING
            ? brake
            : brake.stopped(why, null, clock.instant()).said(at));
    return Said.DONE;
  }

  private Said resume(Instant at) {
    var now = clock.instant();
    timers.set(HeldUp.TIMERS, WakeMails.LINE, WakeMails.minute(Timers.ahead(now, now)));
    change(brake -> brake.why() == Hindrance.RESTORING ? brake : brake.resumed(now).said(at));
    return line.brake().why() == Hindrance.RESTORING ? Said.RESTORING : Said.DONE;
  }

  private void change(UnaryOperator<Brake> change) {
    while (!line.save(change.apply(line.brake()))) {
      // Somebody else wrote in between, as dispatchers do: rarely.
    }
  }
}
