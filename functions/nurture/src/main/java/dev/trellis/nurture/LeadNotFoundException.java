package dev.trellis.nurture;

/** A message is about a lead that does not exist, or not yet. */
public final class LeadNotFoundException extends RuntimeException {
  LeadNotFoundException(String lead) {
    super("no lead " + lead);
  }
}
