package dev.trellis.core.port;

/** A message is about a lead that does not exist, or not yet; it can be tried again. */
public final class LeadNotFoundException extends RuntimeException {
  public LeadNotFoundException(String lead) {
    super("there is no lead " + lead);
  }
}
