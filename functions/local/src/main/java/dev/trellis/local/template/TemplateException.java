package dev.trellis.local.template;

/** A template that cannot be run here; the message names the logical id and what to do. */
public final class TemplateException extends RuntimeException {

  public TemplateException(String logicalId, String what, String remedy) {
    super("template: " + logicalId + " " + what + ". " + remedy);
  }
}
