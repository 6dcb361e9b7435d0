package dev.trellis.core.lifecycle;

import dev.trellis.core.identity.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a lead stands and since when: the stored side of a {@link Placement}.
 *
 * @param entered per pool on the path ({@code mil}, {@code mil/high}) the instant of entering: one
 *     stay. Moving from {@code mil/high} to {@code mil/mid} keeps the stay in {@code mil}.
 * @param inherited absorbed leads whose stays were taken over, so that each is taken over once
 * @param profileVersion of the profile that was placed
 * @param version of this item, for conditional writes; 0 before the first write
 */
public record Position(
    Placement placement,
    SortedMap<String, Instant> entered,
    SortedSet<String> inherited,
    long profileVersion,
    long version) {

  public Position {
    entered = Collections.unmodifiableSortedMap(new TreeMap<>(entered));
    inherited =
        Collections.unmodifiableSortedSet(
            inherited == null ? new TreeSet<>() : new TreeSet<>(inherited));
  }

  /**
   * The position after a placement, and the move if stage or pool changed.
   *
   * @param absorbed what the leads merged into this one since {@code before} were: if one stood in
   *     a pool that this lead now enters, its stay goes on, so that nothing begins a second time
   */
  public static Step next(
      Optional<Position> before,
      String lead,
      Placement placement,
      long profileVersion,
      Map<String, Optional<Position>> absorbed,
      Instant now) {
    var entered = new TreeMap<String, Instant>();
    for (var path = placement.pool(); path != null; path = parent(path)) {
      var known = path;
      entered.put(
          path,
          before
              .map(b -> b.entered.get(known))
              .or(() -> earliest(absorbed.values(), known))
              .orElse(now));
    }
    var inherited = new TreeSet<>(absorbed.keySet());
    before.ifPresent(b -> inherited.addAll(b.inherited));
    var version = before.map(Position::version).orElse(0L);
    var position = new Position(placement, entered, inherited, profileVersion, version);
    var from = before.map(Position::placement);
    var moved =
        from.filter(f -> f.stage().equals(placement.stage()) && f.pool().equals(placement.pool()))
            .isEmpty();
    if (!moved) {
      return new Step(position, Optional.empty());
    }
    var move =
        new Move(
            Ids.derived(lead, "move", Long.toString(version), placement.stage(), placement.pool()),
            now,
            from.map(Placement::stage).orElse(null),
            from.map(Placement::pool).orElse(null),
            placement.stage(),
            placement.pool(),
            placement.because());
    return new Step(position, Optional.of(move));
  }

  /** The same with the next version, as a store writes it. */
  public Position nextVersion() {
    return new Position(placement, entered, inherited, profileVersion, version + 1);
  }

  /** The outcome of placing a lead: its new position and, if it moved, the move. */
  public record Step(Position position, Optional<Move> move) {}

  private static Optional<Instant> earliest(Collection<Optional<Position>> positions, String path) {
    return positions.stream()
        .flatMap(Optional::stream)
        .flatMap(p -> Optional.ofNullable(p.entered.get(path)).stream())
        .min(Comparator.naturalOrder());
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? null : path.substring(0, slash);
  }
}
