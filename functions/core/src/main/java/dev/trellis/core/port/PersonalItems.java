package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.identity.Identity;

/** All that is stored about a person, of whatever kind: to be handed out, or to be forgotten. */
public interface PersonalItems {

  /** Everything in a lead's own partition, in the order of its keys. */
  List<Stored> all(String lead);

  /**
   * Replaces the lead by its tombstone, provided that it still has {@code tombstone.version()}; the
   * written one has the next version.
   *
   * @return false if someone else wrote in between
   */
  boolean bury(LeadRecord tombstone);

  /** Deletes everything in a lead's own partition but the lead itself. */
  void clear(String lead);

  /**
   * Takes identities away from erased leads, and remembers by a keyed hash that they were; what
   * belongs to another lead is left alone.
   */
  void forget(Set<Identity> identities, Set<String> leads, Instant erasedAt);

  /** Takes away what leads claimed of identities, whose they are or were is left alone. */
  void unclaim(Set<Identity> identities, Set<String> leads);

  /**
   * One stored item.
   *
   * @param item its key within the partition, such as {@code event#…}
   * @param content a plain tree, ready to be composed
   */
  record Stored(String lead, String item, Map<String, Object> content) {}
}
