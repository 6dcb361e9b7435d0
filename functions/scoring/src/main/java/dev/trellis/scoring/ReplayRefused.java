package dev.trellis.scoring;

import dev.trellis.core.port.Quarantine;
import java.util.function.Consumer;

/** Sends a refused message once more, as it was, and lets it go unless it is refused again. */
public final class ReplayRefused {

  private final Quarantine quarantine;
  private final Consumer<String> leadEvents;

  /**
   * @param leadEvents takes a message's body and returns once it is durable
   */
  public ReplayRefused(Quarantine quarantine, Consumer<String> leadEvents) {
    this.quarantine = quarantine;
    this.leadEvents = leadEvents;
  }

  /** False if there is no such message. */
  public boolean replay(String id) {
    var found = quarantine.find(id);
    found.ifPresent(refused -> {
      leadEvents.accept(refused.body());
      quarantine.remove(refused);
    });
    return found.isPresent();
  }
}
