package dev.trellis.core.playbook;

/** How ready Trellis is to take two records for one person where nobody proved it (R17). */
public enum Joining {
  /** A number finds a lead without an address, if name and company agree as wholes. */
  USUAL,
  /** Only proof, a source that vouches, or a person joins. */
  STRICT
}
