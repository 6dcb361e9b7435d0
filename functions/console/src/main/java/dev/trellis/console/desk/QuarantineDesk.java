package dev.trellis.console.desk;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Limits;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.port.Quarantine;
import dev.trellis.core.port.Quarantine.Refused;

/**
 * Mends refused messages.
 *
 * @param leadEvents takes a message's body and returns once it is durable
 */
public record QuarantineDesk(
    Quarantine quarantine, Consumer<String> leadEvents, InstantSource clock) {

  /** What nobody may make of a message that said something else. */
  private static final Set<String> ENDS =
      Set.of("ErasureRequested", "RetentionEnded", "VisitorExpired");

  /**
   * Sends what a person made of a refused message, and lets that go.
   *
   * @return what its reader would object to; then nothing is sent
   */
  public Optional<String> mend(Refused refused, String body) {
    var objection = objection(refused, body);
    if (objection.isEmpty()) {
      leadEvents.accept(body);
      quarantine.remove(refused);
    }
    return objection;
  }

  private Optional<String> objection(Refused refused, String body) {
    try {
      var event = LeadEvent.fromJson(body);
      return ENDS.contains(event.kind()) && !event.kind().equals(kind(refused))
          ? Optional.of("no other message becomes " + event.kind())
          : Limits.refusal(event, clock.instant());
    } catch (MessageFormatException | IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static Object kind(Refused refused) {
    return Json.parse(refused.body()).get("happening") instanceof Map<?, ?> happening
        ? happening.get("kind")
        : null;
  }
}
