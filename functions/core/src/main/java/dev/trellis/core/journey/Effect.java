package dev.trellis.core.journey;

import dev.trellis.core.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** What a journey asks others to do. Ids are derived, so asking twice is asking once. */
public sealed interface Effect {

  /**
   * Send a mail, with a content where the step names one; {@code why} is for the send record (R90).
   *
   * @param internal true if it goes to our own people
   */
  record Send(
      String sendId, String step, String mail, @Nullable String content, Why why, boolean internal)
      implements Effect {

    /** A mail to the lead. */
    public Send(String sendId, String step, String mail, @Nullable String content, Why why) {
      this(sendId, step, mail, content, why, false);
    }

    /** True if it is a mail that nobody asked for, of which there may be only so many. */
    public boolean isPaced(Playbook playbook) {
      var text = playbook.mails().get(mail);
      return text != null && text.isPaced();
    }
  }

  /**
   * A mail was due and there is nothing to send; goes into the ledger with its reason, so that
   * every due mail is accounted for (R90).
   */
  record Skip(String sendId, String step, String mail, Why why, String reason) implements Effect {}

  /** Hand the lead to the CRM. */
  record HandOff(String handoffId, String step) implements Effect {}

  /** Start another journey for the lead; nurture sees it in the enrollment itself. */
  record Enroll(String enrollId, String step, String journey) implements Effect {}

  /** The lead belongs at least one pool below {@code pool}; told as a lead event. */
  record Demote(String eventId, String step, String pool) implements Effect {}

  /** The journey is over; told to everyone as a lead event. */
  record End(String eventId, String outcome) implements Effect {}
}
