package dev.trellis.core.lifecycle;

import dev.trellis.core.condition.Condition;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a lead was in a group once, or is.
 *
 * @param membership since when, and why
 * @param end null while the lead is in it
 */
public record GroupStay(Membership membership, @Nullable End end) {

  /**
   * How it ended.
   *
   * @param who the group's condition, which the lead met no more; null if the group itself ended
   */
  public record End(Instant at, @Nullable Condition who) {}

  /** One that goes on. */
  public static GroupStay in(Membership membership) {
    return new GroupStay(membership, null);
  }

  /** How it ended, if it did. */
  public Optional<End> ended() {
    return Optional.ofNullable(end);
  }
}
