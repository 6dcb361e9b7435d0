package dev.trellis.core.profile;

/** Who says so, weakest first; the strongest authority's value is shown (R24). */
public enum Authority {
  /** Typed with the address of somebody of whom nothing else is known (R24). */
  CLAIMED,
  /** A word that the playbook did not offer when it was told, whoever says so (R24). */
  UNOFFERED,
  INFERRED,
  EXTERNAL,
  IMPORT,
  FORM,
  SALES
}
