package dev.trellis.core.journey;

/** What starts a journey. */
public sealed interface Trigger {

  /** Entering a pool; the journey ends when the lead leaves it (R68, R91). */
  record Enters(String pool) implements Trigger {}

  /** Submitting a form; every submission starts it once. */
  record Submits(String form) implements Trigger {}
}
