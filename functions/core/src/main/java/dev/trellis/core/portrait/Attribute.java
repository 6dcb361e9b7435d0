package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.profile.Authority;
import org.jspecify.annotations.Nullable;

/**
 * One value of a field and why we believe it (R22, R23).
 *
 * @param value option ids joined by commas, or a text
 * @param source who says so; {@code INFERRED} if nobody did and it follows from something else
 * @param confidencePercent 100 for what was told, less for a guess
 * @param at when it was told; null where the profile keeps no time
 * @param evidence id of the event that told it, or the days on which it was done
 * @param note what it was inferred from; empty for what was told
 */
public record Attribute(
    String field,
    String value,
    Authority source,
    int confidencePercent,
    @Nullable Instant at,
    String evidence,
    String note) {

  /** The value as words. */
  public Set<String> words() {
    var words = new TreeSet<String>();
    for (var word : value.split(",")) {
      words.add(word.strip());
    }
    return words;
  }
}
