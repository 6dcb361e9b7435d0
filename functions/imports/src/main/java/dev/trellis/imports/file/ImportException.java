package dev.trellis.imports.file;

/** A file cannot be imported at all; the message is one sentence that says why and what to do. */
public final class ImportException extends RuntimeException {

  public ImportException(String message) {
    super(message);
  }

  public ImportException(String message, Throwable cause) {
    super(message, cause);
  }
}
