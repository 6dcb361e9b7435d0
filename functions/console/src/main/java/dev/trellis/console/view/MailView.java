package dev.trellis.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A mail as its reader sees it. */
public record MailView(
    String to,
    String subject,
    Instant at,
    Map<String, String> headers,
    String text,
    String html,
    List<String> links) {}
