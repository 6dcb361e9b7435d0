package dev.trellis.nurture;

/** Others kept writing the same lead's journeys; the message comes again. */
public final class ContentionException extends RuntimeException {
  ContentionException(String lead) {
    super("others keep writing the journeys of lead " + lead);
  }
}
