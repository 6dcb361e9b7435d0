package dev.trellis.console.visit;

import dev.trellis.core.identity.Ids;

/**
 * Who does something, and by which form of a page.
 *
 * @param form the mark of the form as it was sent, which is the same when it is sent again; null if
 *     a program asks, which may say the same thing twice
 */
public record Hand(String name, String form) {

  /** The id of what they do to a lead: a form that is sent twice tells one and the same event. */
  public String event(String lead) {
    return form == null ? Ids.random() : Ids.derived("form", form, lead);
  }
}
