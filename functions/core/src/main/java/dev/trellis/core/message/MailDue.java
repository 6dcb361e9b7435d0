package dev.trellis.core.message;

import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Why;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * journeys → dispatch: one mail is to be sent, once per {@code sendId}, or was due with nothing to
 * send (R90). Of a mail that waited it says only which: all else stands in the ledger.
 *
 * @param reason why nothing is to be sent, which is all there is to record; null if it is
 */
public record MailDue(
    String sendId,
    String lead,
    @Nullable String journey,
    @Nullable String step,
    @Nullable String mail,
    @Nullable String content,
    @Nullable Why why,
    @Nullable String reason,
    Instant at) {

  /** What a journey asked for at an instant. */
  public static MailDue of(String lead, String journey, Effect.Send send, Instant at) {
    return new MailDue(
        send.sendId(),
        lead,
        journey,
        send.step(),
        send.mail(),
        send.content(),
        send.why(),
        null,
        at);
  }

  /** The turn of a mail has come that waited since {@code at}. */
  public static MailDue woken(String lead, String sendId, Instant at) {
    return new MailDue(sendId, lead, null, null, null, null, null, null, at);
  }

  /** True if it names a mail that waited. */
  public boolean wokeUp() {
    return journey == null;
  }
}
