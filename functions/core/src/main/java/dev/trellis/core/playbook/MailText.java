package dev.trellis.core.playbook;

import dev.trellis.core.text.Wording;

/** A mail: subject and Markdown body per language, both Mustache templates. */
public record MailText(String id, Kind kind, Wording subject, Wording body) {

  /** What a mail is for, which says what it must wait for and whom it goes to. */
  public enum Kind {
    /** Our idea: consent, quiet hours and the frequency cap decide. */
    NURTURE,
    /** The person asked for it a moment ago: it goes at once. */
    DELIVERY,
    /**
     * Asks whoever reads at an address to confirm the consent that was given on a form: it goes at
     * once, and only while there is something to confirm.
     */
    CONFIRMATION,
    /** To our own sales people, about a lead (R99). */
    INTERNAL
  }

  /** True if quiet hours and the frequency cap hold for it. */
  public boolean isPaced() {
    return kind == Kind.NURTURE;
  }
}
