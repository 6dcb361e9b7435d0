package dev.trellis.core.port;

import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Position;
import java.util.Collection;
import java.util.Optional;

/** Positions and moves, as pools reads and writes them. */
public interface PlacementStore {

  /**
   * Tells that these leads will be loaded next, one by one, so that a store may read them together.
   */
  default void expect(Collection<String> leads) {}

  /** The lead and its position; empty if there is no such lead. */
  Optional<Snapshot> load(String lead);

  /**
   * Writes the position, the card and the move, if any, together, provided that the stored position
   * still has {@code position.version()}; the written one has the next version.
   *
   * @param card what lists show of the lead; empty: it is in none
   * @return false if someone else wrote in between
   */
  boolean save(String lead, Position position, Optional<Card> card, Optional<Move> move);

  /** The same of a lead that is in no list, such as one that was absorbed. */
  default boolean save(String lead, Position position, Optional<Move> move) {
    return save(lead, position, Optional.empty(), move);
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
