package dev.trellis.core.message;

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

  /** The turn of a mail that waited has come. */
  public static MailDue woken(String lead, String sendId, Instant at) {
    return new MailDue(sendId, lead, null, null, null, null, null, null, at);
  }

  /** True if it names a mail that waited. */
  public boolean wokeUp() {
    return journey == null;
  }
}
