package dev.trellis.console.likeness;

/** What sales made of a lead in the end. */
public enum Outcome {
  WON,
  LOST,
  /** Nobody has decided yet. */
  OPEN
}
