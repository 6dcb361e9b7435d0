package dev.trellis.core.message;

import java.time.Instant;

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
    String mail,
    String content,
    String why,
    String reason,
    Instant at) {}
