package dev.trellis.core.port;

import dev.trellis.core.lifecycle.Card;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cards of all leads that were placed, in lists. A list may be a moment behind what was
 * written, and costs the same however many leads there are.
 */
public interface Cards {

  /** How many a page shows. */
  int PAGE = 50;

  /**
   * Some of a list, in its order.
   *
   * @param after where the page before ended; null: from the beginning
   * @param most as many cards at most
   * @throws IllegalArgumentException if no page ended there
   */
  Listing.Page<Card> page(CardQuery query, @Nullable String after, int most);

  /**
   * Leads that may be the same person as another, those of which it was told last first.
   *
   * @param after as above
   * @throws IllegalArgumentException if no page ended there
   */
  Listing.Page<Twin> twins(@Nullable String after, int most);

  /** What is shown of these leads, in no order; one that was not placed is not there. */
  List<Card> of(Collection<String> leads);
}
