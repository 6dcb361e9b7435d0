package dev.trellis.core.playbook;

import java.util.Map;
import java.util.Set;

/**
 * Whom we believe about who somebody is (R17).
 *
 * @param partners what the key of each partner vouches for: types of identities ({@code openid}) or
 *     fields ({@code company}); whoever is not listed vouches for nothing
 */
public record Trust(Joining joining, Map<String, Set<String>> partners) {

  /** How ready we are to take two records for one person where nobody proved it. */
  public enum Joining {
    /** A number finds a lead without an address, if name and company agree as wholes. */
    USUAL,
    /** Only proof, a source that vouches, or a person joins. */
    STRICT
  }

  /** Joins as usual, and believes nobody else. */
  public static final Trust USUAL = new Trust(Joining.USUAL, Map.of());
}
