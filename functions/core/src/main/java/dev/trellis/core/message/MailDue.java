package dev.trellis.core.message;

import dev.trellis.core.journey.Why;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * journeys → dispatch: one mail is to be sent, once per {@code sendId}, or was due with nothing to
 * send (R90).
 *
 * @param reason why nothing is to be sent, which is all there is to record; null if it is
 */
public record MailDue(
    String sendId,
    String lead,
    String journey,
    String step,
    @Nullable String mail,
    @Nullable String content,
    @Nullable Why why,
    @Nullable String reason,
    Instant at) {}
