package dev.trellis.console.signin;

/** A sign-in that must not succeed; the message says why, for the log, and names nobody. */
public final class NotSignedInException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NotSignedInException(String why) {
    super(why);
  }

  public NotSignedInException(String why, Throwable cause) {
    super(why, cause);
  }
}
