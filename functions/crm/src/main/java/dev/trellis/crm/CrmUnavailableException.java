package dev.trellis.crm;

/**
 * The CRM did not take a hand-off or an erasure for now; the message comes again, under the same
 * webhook id.
 */
public final class CrmUnavailableException extends RuntimeException {
  CrmUnavailableException(String webhookId, String reason) {
    super("hand-off " + webhookId + ": " + reason);
  }
}
