package dev.trellis.core.port.sweep;

import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.sweep.Sweeps.Progress;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Has everybody looked at once per cause, such as a changed playbook. A page is remembered once its
 * messages are durable: who stops at any point is made up for by the next, who tells some leads
 * twice.
 *
 * @param <M> the message that makes its consumer look at a lead
 */
public final class Sweep<M> {

  private final String owner;
  private final Supplier<String> cause;
  private final Sweeps sweeps;
  private final MessageQueue<M> queue;
  private final Function<String, M> message;

  /** For a cause that stays as it is. */
  public Sweep(
      String owner,
      String cause,
      Sweeps sweeps,
      MessageQueue<M> queue,
      Function<String, M> message) {
    this(owner, () -> cause, sweeps, queue, message);
  }

  /**
   * @param owner whose sweep it is; each has one under way at most
   * @param cause names what changed, as of now
   * @param message what a lead becomes
   */
  public Sweep(
      String owner,
      Supplier<String> cause,
      Sweeps sweeps,
      MessageQueue<M> queue,
      Function<String, M> message) {
    this.owner = owner;
    this.cause = cause;
    this.sweeps = sweeps;
    this.queue = queue;
    this.message = message;
  }

  /** Goes one page further; empty if this cause has been swept for. */
  public Optional<Progress> step() {
    var now = cause.get();
    var progress =
        sweeps
            .progress(owner)
            .filter(known -> known.cause().equals(now))
            .orElseGet(() -> new Progress(now, Sweeps.START, 0));
    if (progress.next() == null) {
      return Optional.empty();
    }
    var page = sweeps.page(progress.next());
    if (!page.leads().isEmpty()) {
      queue.send(page.leads().stream().map(message).toList());
    }
    var after = progress.after(page);
    sweeps.save(owner, after);
    return Optional.of(after);
  }
}
