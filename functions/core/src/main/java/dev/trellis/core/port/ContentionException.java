package dev.trellis.core.port;

/** Others kept writing in between until we gave up; it can be tried again. */
public final class ContentionException extends RuntimeException {
  public ContentionException(String what, int attempts) {
    super("others wrote to " + what + " in each of " + attempts + " attempts");
  }
}
