package dev.trellis.core.profile;

/** Who says so, weakest first; the strongest authority's value is shown (R24). */
public enum Authority {
  INFERRED,
  EXTERNAL,
  IMPORT,
  FORM,
  SALES
}
