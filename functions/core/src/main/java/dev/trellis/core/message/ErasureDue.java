package dev.trellis.core.message;

import java.time.Instant;
import java.util.List;

/**
 * scoring → crm: a person was forgotten whom the CRM knows, and is to hear of it, under {@code
 * erasureId} however often.
 *
 * @param handoffs by which the CRM got to know the person
 * @param crmIds what the CRM calls its records of the person
 */
public record ErasureDue(
    String erasureId, String lead, List<String> handoffs, List<String> crmIds, Instant at) {

  public ErasureDue {
    handoffs = List.copyOf(handoffs);
    crmIds = List.copyOf(crmIds);
  }
}
