package dev.trellis.console.account;

import dev.trellis.core.profile.Authority;
import java.time.Instant;
import java.util.Comparator;

/**
 * A fact about a company, as somebody told it.
 *
 * @param source the lead that told it, or where else it is from
 */
public record Telling(String value, Authority authority, Instant at, String source) {

  /** The one to be shown last: the strongest, then the newest. */
  static final Comparator<Telling> ORDER =
      Comparator.comparing(Telling::authority)
          .thenComparing(Telling::at)
          .thenComparing(Telling::source);
}
