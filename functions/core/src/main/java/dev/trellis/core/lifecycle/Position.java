package dev.trellis.core.lifecycle;

import module java.base;

import dev.trellis.core.playbook.Retention.Review;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands and since when: the stored side of a {@link Placement}.
 *
 * @param entered per pool on the path ({@code mil}, {@code mil/high}) the instant of entering: one
 *     stay. Moving from {@code mil/high} to {@code mil/mid} keeps the stay in {@code mil}.
 * @param reached per stage the instant at which the lead was first placed there; where it stands
 *     now is another matter (R53)
 * @param left per pool the instant at which the lead last left it
 * @param rest until when the lead stays in its pool, or null
 * @param inherited absorbed leads whose stays were taken over, so that each is taken over once
 * @param review that the lead is in after a long silence, over or not; or null
 * @param first the move by which the lead came: kept here, so that both are one write; null of
 *     positions that were written before it was
 * @param groups the groups that the lead is a member of, and since when (R50)
 * @param listed true while the lead is in lists and their counts; false of positions that were
 *     written before there were counts
 * @param version of this item, for conditional writes; 0 before the first write
 */
public record Position(
    Placement placement,
    SortedMap<String, Instant> entered,
    SortedMap<String, Instant> reached,
    SortedMap<String, Instant> left,
    @Nullable Rest rest,
    SortedSet<String> inherited,
    @Nullable Review review,
    @Nullable Move first,
    SortedMap<String, Instant> groups,
    boolean listed,
    long version) {

  public Position {
    entered = frozen(entered);
    reached = frozen(reached);
    left = frozen(left);
    groups = frozen(groups);
    inherited =
        Collections.unmodifiableSortedSet(
            inherited == null ? new TreeSet<>() : new TreeSet<>(inherited));
  }

  /** A position without a past. */
  public static Position of(Placement placement, SortedMap<String, Instant> entered, long version) {
    return new Position(
        placement,
        entered,
        new TreeMap<>(),
        new TreeMap<>(),
        null,
        new TreeSet<>(),
        null,
        null,
        new TreeMap<>(),
        false,
        version);
  }

  /**
   * A lead that came back to a pool it had just left stays there for a while.
   *
   * @param facts what was declared of the lead when it came back: something new ends the rest
   */
  public record Rest(Instant until, String facts) {}

  /** The same with the next version, as a store writes it. */
  public Position nextVersion() {
    return new Position(
        placement,
        entered,
        reached,
        left,
        rest,
        inherited,
        review,
        first,
        groups,
        listed,
        version + 1);
  }

  /** The same in this review, or in none. */
  public Position in(Optional<Review> now) {
    return new Position(
        placement,
        entered,
        reached,
        left,
        rest,
        inherited,
        now.orElse(null),
        first,
        groups,
        listed,
        version);
  }

  /** The same of a lead in lists that is a member of these groups since then. */
  public Position in(SortedMap<String, Instant> members) {
    return new Position(
        placement, entered, reached, left, rest, inherited, review, first, members, true, version);
  }

  /** The same of a lead that is in no list any more, nor counted. */
  public Position unlisted() {
    return new Position(
        placement, entered, reached, left, rest, inherited, review, first, groups, false, version);
  }

  /** Since when the lead is in its pool; empty if that was never told. */
  public Optional<Instant> since() {
    return Optional.ofNullable(entered.get(placement.pool()));
  }

  /** The outcome of placing a lead: its new position and, if it moved, the move. */
  public record Step(Position position, Optional<Move> move) {}

  private static SortedMap<String, Instant> frozen(SortedMap<String, Instant> map) {
    return Collections.unmodifiableSortedMap(map == null ? new TreeMap<>() : new TreeMap<>(map));
  }
}
