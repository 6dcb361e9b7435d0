package dev.trellis.core.port;

import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.lifecycle.Membership;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a group, newest first, how many are where, and by which ways they came. Costs the same
 * however many leads there are; a list may be a moment behind what was written.
 */
public interface Members {

  /**
   * Some members of a group.
   *
   * @param after where the page before ended; null: from the beginning
   * @throws IllegalArgumentException if no page ended there
   */
  default Listing.Page<Member> page(String group, @Nullable String after, int most) {
    return page(group, CardQuery.ALL, after, most);
  }

  /** The same of those whose cards are meant, whatever the order that these would be asked in. */
  Listing.Page<Member> page(String group, CardQuery query, @Nullable String after, int most);

  /** How many are in each pool and group. */
  Headcount counts();

  /** How often each way in was taken, in all and on the days since that one. */
  WayIn.Counts ways(LocalDate since);

  /** What a group's list shows of one of its members. */
  record Member(Card card, Membership in) {

    /** What the list is in order of. */
    public String place() {
      return "%011x#%s".formatted(in.since().toEpochMilli(), card.lead());
    }
  }
}
