package dev.trellis.crm;

/** The CRM did not take a hand-off for now; the message comes again, under the same webhook id. */
public final class CrmUnavailableException extends RuntimeException {
  CrmUnavailableException(String handoffId, String reason) {
    super("hand-off " + handoffId + ": " + reason);
  }
}
