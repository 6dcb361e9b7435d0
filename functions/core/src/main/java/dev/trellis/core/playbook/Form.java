package dev.trellis.core.playbook;

import dev.trellis.core.text.Wording;
import java.util.List;

/**
 * A landing form.
 *
 * @param content what a submission asks for; may be null
 * @param sharedDevice true if it runs on a kiosk or booth tablet
 * @param doubleOptIn true if consent given on it counts only once it is confirmed by mail
 */
public record Form(
    String id,
    Wording title,
    Wording intro,
    Wording submit,
    Wording thanksTitle,
    Wording thanks,
    String content,
    boolean sharedDevice,
    boolean doubleOptIn,
    List<Question> questions) {

  /** What the answer must look like. */
  public enum Kind {
    TEXT,
    EMAIL,
    PHONE,
    /** One of the options. */
    CHOICE,
    /** Any number of the options. */
    CHOICES,
    /** A box to tick; the submission counts as consented only if it is ticked. */
    CONSENT
  }

  /**
   * @param autocomplete the HTML autofill token, such as {@code email}
   */
  public record Question(
      String id,
      Kind kind,
      boolean required,
      Wording label,
      Wording hint,
      String autocomplete,
      List<Option> options) {}

  /** One answer to choose. */
  public record Option(String id, Wording label) {}
}
