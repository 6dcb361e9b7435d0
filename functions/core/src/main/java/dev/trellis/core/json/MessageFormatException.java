package dev.trellis.core.json;

/** A message does not have its agreed form. The message names the member, never its content. */
public final class MessageFormatException extends RuntimeException {
  public MessageFormatException(String message) {
    super(message);
  }
}
