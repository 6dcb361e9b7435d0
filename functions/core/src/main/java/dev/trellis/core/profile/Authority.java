package dev.trellis.core.profile;

/** Who says so, weakest first; the strongest authority's value is shown (R24). */
public enum Authority {
  /** Typed with the address of somebody of whom nothing else is known (R24). */
  CLAIMED,
  /**
   * The last word that the playbook did not offer when it was told, and no dictionary knew, whoever
   * says so: beside the last offered word of each, and below them all (R24).
   */
  UNOFFERED,
  INFERRED,
  EXTERNAL,
  IMPORT,
  FORM,
  SALES
}
