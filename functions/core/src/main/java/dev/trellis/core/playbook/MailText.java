package dev.trellis.core.playbook;

/** A mail: subject and Markdown body per language, both Mustache templates. */
public record MailText(String id, Wording subject, Wording body) {}
