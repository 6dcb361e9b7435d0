package dev.trellis.nurture.ses;

/** SES tells of something that nobody had heard of when this was written. */
public final class UnknownTypeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String type;

  UnknownTypeException(String type) {
    super("SesEvent.eventType: unknown");
    this.type = type.replaceAll("[^A-Za-z ]", "?");
  }

  /** The type in letters alone, for a log. */
  public String type() {
    return type.substring(0, Math.min(type.length(), 40));
  }
}
