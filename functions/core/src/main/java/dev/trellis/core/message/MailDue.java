package dev.trellis.core.message;

import java.time.Instant;

/** journeys → dispatch: one mail is to be sent, once per {@code sendId}. */
public record MailDue(
    String sendId,
    String lead,
    String journey,
    String step,
    String mail,
    String content,
    String why,
    Instant at) {}
