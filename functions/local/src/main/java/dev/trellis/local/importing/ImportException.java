package dev.trellis.local.importing;

/** A file cannot be imported at all; the message is one sentence that says why and what to do. */
public final class ImportException extends RuntimeException {

  ImportException(String message) {
    super(message);
  }

  ImportException(String message, Throwable cause) {
    super(message, cause);
  }
}
