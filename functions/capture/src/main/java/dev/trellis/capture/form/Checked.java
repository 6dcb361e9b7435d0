package dev.trellis.capture.form;

import module java.base;

import dev.trellis.core.identity.Identity;

/** What was typed, after the check: either all of it can be used, or it says what cannot. */
public sealed interface Checked {

  /** Answers in normal form, without consent, which is said apart. */
  record Accepted(
      SortedMap<String, String> answers, SortedSet<Identity> identities, boolean consent)
      implements Checked {}

  /**
   * Not accepted.
   *
   * @param errors key of the words that say what is wrong, by field, in the order of the form
   */
  record Refused(Map<String, String> errors) implements Checked {}
}
