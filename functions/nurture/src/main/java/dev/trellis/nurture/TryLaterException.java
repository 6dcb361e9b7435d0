package dev.trellis.nurture;

/** The mail was not sent, for certain; the message comes again. */
public final class TryLaterException extends RuntimeException {
  TryLaterException(String reason) {
    super("not sent, will be tried again: " + reason);
  }
}
