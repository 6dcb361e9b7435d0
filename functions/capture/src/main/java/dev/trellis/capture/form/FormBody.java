package dev.trellis.capture.form;

/** The body of a submission: readable, or refused. */
public sealed interface FormBody {

  record Readable(Typed typed) implements FormBody {}

  /**
   * A body that cannot be used.
   *
   * @param status that says why: 400 malformed, 415 neither an HTML form nor JSON
   */
  record Unreadable(int status) implements FormBody {}
}
