package dev.trellis.core.message;

import dev.trellis.core.identity.Ids;
import java.time.Instant;

/** journeys → crm: a lead is to be handed to sales, once per {@code handoffId}. */
public record HandoffDue(String handoffId, String lead, String journey, String step, Instant at) {

  /** The id of the lead event by which we tell ourselves that the CRM has it. */
  public static String receivedEvent(String handoffId) {
    return Ids.derived("handoff", handoffId, "received");
  }
}
