package dev.trellis.console.view;

import module java.base;

/** A mail as its reader sees it. */
public record MailView(
    String to,
    String subject,
    Instant at,
    Map<String, String> headers,
    String text,
    String html,
    List<String> links) {}
