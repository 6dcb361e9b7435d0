package dev.trellis.core.port.sweep;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.LeadStore.Logged;

/**
 * The steps before and after a split (R17) that one transaction could not hold. Each may be
 * repeated, and nobody who reads leads sees any of them.
 */
public interface Regrouping {

  /** Puts events into the log of a lead; what is there of the same id is replaced. */
  void put(String lead, Collection<Logged> events);

  /**
   * Gives identities to a lead.
   *
   * @param owners whom each belonged to when it was read; one that moved since is left alone
   */
  void give(String lead, Map<Identity, String> owners);

  /** Takes events out of a lead's own log. */
  void drop(String lead, Set<String> events);
}
