package dev.trellis.core.profile;

/** Who says so, weakest first; the strongest authority's value is shown (R24). */
public enum Authority {
  /** Typed with the address of somebody of whom nothing else is known (R24). */
  CLAIMED,
  INFERRED,
  EXTERNAL,
  IMPORT,
  FORM,
  SALES
}
