package dev.trellis.local;

/** The start cannot go on; the message is one sentence that says why and what to do. */
public final class StartException extends RuntimeException {

  StartException(String message) {
    super(message);
  }
}
