package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.port.Timers.Timer;

/**
 * Turns the timers that have come due into messages, page by page. The timers of a page are
 * forgotten, and the cursor moves, once its messages are durable: whoever stops at any point is
 * made up for by the next, who tells some leads of one page twice.
 *
 * @param <M> the message that makes its consumer look at a lead
 */
public final class Tick<M> {

  /** How far back each tick looks again, for timers that were written after they were due. */
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

  /**
   * What became of one page.
   *
   * @param leads how many were told
   * @param isLast false if more timers are due already
   */
  public record Step(int leads, boolean isLast) {}

  /** Goes on until nothing more is due; the answer is how many messages were sent. */
  public int run() {
    int leads = 0;
    Step step;
    do {
      step = step();
      leads += step.leads();
    } while (!step.isLast());
    return leads;
  }

  /** Sends one message per lead that has a timer in the next page. */
  public Step step() {
    var now = clock.instant();
    var cursor = timers.cursor(owner);
    var from = cursor.equals(Instant.EPOCH) ? now.minus(FIRST_LOOK) : cursor.minus(OVERLAP);
    var page = timers.due(owner, from, now);
    var perLead = new LinkedHashMap<String, M>();
    page.timers().forEach(t -> perLead.putIfAbsent(t.lead(), message.apply(t, now)));
    if (!perLead.isEmpty()) {
      queue.send(List.copyOf(perLead.values()));
      timers.forget(owner, page.timers());
    }
    if (page.upTo().isAfter(cursor)) {
      timers.moveCursor(owner, page.upTo());
    }
    return new Step(perLead.size(), !page.upTo().isBefore(now));
  }
}
