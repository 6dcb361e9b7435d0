package dev.trellis.core.port;

/** Others were in the way until we gave up; it can be tried again later. */
public final class ContentionException extends RuntimeException {
  public ContentionException(String what, int attempts) {
    super("others were in the way of " + what + " in each of " + attempts + " attempts");
  }
}
