package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.port.Timers.Timer;

/**
 * Turns the timers that have come due into messages. The cursor moves once every message is
 * durable, so a tick that fails is made up for by the next.
 *
 * @param <M> the message that makes its consumer look at a lead
 */
public final class Tick<M> {

  /** How far back each tick looks again, for timers that were set just before they were due. */
  static final Duration OVERLAP = Duration.ofMinutes(2);

  /** How far back the very first tick looks. */
  static final Duration FIRST_LOOK = Duration.ofDays(1);

  private final String owner;
  private final Timers timers;
  private final MessageQueue<M> queue;
  private final BiFunction<Timer, Instant, M> message;
  private final Clock clock;

  /**
   * @param owner whose timers these are
   * @param message what a timer becomes, at the instant of the tick
   */
  public Tick(
      String owner,
      Timers timers,
      MessageQueue<M> queue,
      BiFunction<Timer, Instant, M> message,
      Clock clock) {
    this.owner = owner;
    this.timers = timers;
    this.queue = queue;
    this.message = message;
    this.clock = clock;
  }

  /** Sends one message per lead that has a timer due; the answer is how many. */
  public int run() {
    var now = clock.instant();
    var cursor = timers.cursor(owner);
    var from = cursor.equals(Instant.EPOCH) ? now.minus(FIRST_LOOK) : cursor.minus(OVERLAP);
    var perLead = new LinkedHashMap<String, M>();
    timers.due(owner, from, now).forEach(t -> perLead.putIfAbsent(t.lead(), message.apply(t, now)));
    if (!perLead.isEmpty()) {
      queue.send(List.copyOf(perLead.values()));
    }
    timers.moveCursor(owner, now);
    return perLead.size();
  }
}
