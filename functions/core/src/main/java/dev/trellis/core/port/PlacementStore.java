package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.GroupStay;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Position;

/** Positions and moves, as pools reads and writes them. */
public interface PlacementStore {

  /**
   * Tells that these leads will be loaded next, one by one, so that a store may read them together.
   */
  default void expect(Collection<String> leads) {}

  /** The lead and its position; empty if there is no such lead. */
  Optional<Snapshot> load(String lead);

  /**
   * Writes the position, what lists show and the move, if any, together and with what they change
   * in the counts of pools and groups, provided that the stored position still has {@code
   * position.version()}; the written one has the next version.
   *
   * @param before what was loaded
   * @param shown what lists show of the lead; empty: it is in none
   * @return false if someone else wrote in between
   */
  boolean save(Snapshot before, Position position, Optional<Shown> shown, Optional<Move> move);

  /** The same of a lead that is in no list and that the caller did not load. */
  default boolean save(String lead, Position position, Optional<Move> move) {
    var before =
        load(lead).orElseGet(() -> new Snapshot(LeadRecord.unborn(lead), Optional.empty()));
    return save(before, position.unlisted(), Optional.empty(), move);
  }

  /**
   * What lists show of a lead.
   *
   * @param memberships of all groups that it is in, by their ids
   * @param left how it left others, by their ids
   */
  record Shown(
      Card card, SortedMap<String, Membership> memberships, SortedMap<String, GroupStay.End> left) {

    /** Of a lead that left none. */
    public Shown(Card card, SortedMap<String, Membership> memberships) {
      this(card, memberships, Collections.emptySortedMap());
    }
  }

  /**
   * A lead and its position as read together.
   *
   * @param card what lists show of it; empty if it is in none
   */
  record Snapshot(LeadRecord lead, Optional<Position> position, Optional<Card> card) {

    /** A lead of which nobody asks what lists show. */
    public Snapshot(LeadRecord lead, Optional<Position> position) {
      this(lead, position, Optional.empty());
    }
  }
}
