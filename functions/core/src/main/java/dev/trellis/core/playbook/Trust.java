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

  /** Joins as usual, and believes nobody else. */
  public static final Trust USUAL = new Trust(Joining.USUAL, Map.of());
}
