package dev.trellis.nurture.mail;

import dev.trellis.core.port.Mailer.OutgoingMail;

/** A mail, written for one person and ready to go. */
public record Letter(String subject, OutgoingMail outgoing) {}
