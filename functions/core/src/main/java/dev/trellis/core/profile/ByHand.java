package dev.trellis.core.profile;

import dev.trellis.core.event.Happening.PlacedByHand;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a person with the right to do so put the lead: the last such word, unless it was to end
 * that.
 *
 * @param event that told it
 * @param stage null if the rules find it
 * @param pool null if the rules find it
 */
public record ByHand(
    String event, String actor, @Nullable String stage, @Nullable String pool, Instant until) {

  private static final String NONE = "-";

  /** As a fact, in words: until when, stage, pool, and whoever said so. */
  static String text(PlacedByHand put) {
    return put.until() == null
        ? NONE
        : String.join(
            " ", put.until().toString(), word(put.stage()), word(put.pool()), put.actor());
  }

  static Optional<ByHand> of(Profile profile) {
    return profile
        .told(Authority.SALES, Field.PLACED)
        .filter(fact -> !fact.value().equals(NONE))
        .map(fact -> {
          var words = fact.value().split(" ", 4);
          return new ByHand(
              fact.event(), words[3], known(words[1]), known(words[2]), Instant.parse(words[0]));
        });
  }

  /** True as long as it is not over. */
  public boolean holds(Instant now) {
    return now.isBefore(until);
  }

  private static String word(@Nullable String word) {
    return word == null ? NONE : word;
  }

  private static @Nullable String known(String word) {
    return word.equals(NONE) ? null : word;
  }
}
