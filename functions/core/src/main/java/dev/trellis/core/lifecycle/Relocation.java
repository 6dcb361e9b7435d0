package dev.trellis.core.lifecycle;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.lifecycle.Position.Rest;
import dev.trellis.core.lifecycle.Position.Step;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Authority;
import org.jspecify.annotations.Nullable;

/**
 * Takes a lead from where it stood to where it belongs.
 *
 * @param facts names everything that was declared of the lead, so that a change can be told
 * @param coolDown for how long a lead that came back to a pool rests there: it goes to and fro no
 *     more than once in that time, unless its stage changes or somebody declares something new
 */
public record Relocation(String lead, String facts, Period coolDown, Days days, Instant now) {

  /** A relocation of whom it shows. */
  public static Relocation of(Portrait portrait) {
    var declared = new ArrayList<String>();
    portrait
        .profile()
        .facts()
        .forEach((field, told) ->
            told.tailMap(Authority.EXTERNAL)
                .forEach((authority, fact) -> {
                  declared.add(field);
                  declared.add(authority.name());
                  declared.add(fact.value());
                }));
    return new Relocation(
        portrait.lead(),
        Ids.derived(declared.toArray(String[]::new)),
        portrait.playbook().settling().coolDown(),
        portrait.playbook().company().days(),
        portrait.now());
  }

  /**
   * The position after a placement, and the move if stage or pool changed.
   *
   * @param absorbed what the leads merged into this one since {@code before} were: if one stood in
   *     a pool that this lead now enters, its stay goes on, so that nothing begins a second time
   */
  public Step to(
      Placement belongs, Optional<Position> before, Map<String, Optional<Position>> absorbed) {
    var placement = before.flatMap(b -> resting(b, belongs)).orElse(belongs);
    var past = new ArrayList<Position>();
    before.ifPresent(past::add);
    absorbed.values().forEach(a -> a.ifPresent(past::add));

    var entered = new TreeMap<String, Instant>();
    for (var path = placement.pool(); path != null; path = parent(path)) {
      var pool = path;
      entered.put(
          path,
          before
              .map(b -> b.entered().get(pool))
              .or(() -> earliest(past, p -> p.entered().get(pool)))
              .orElse(now));
    }
    var reached = new TreeMap<String, Instant>();
    past.forEach(
        p -> p.reached().forEach((stage, at) -> reached.merge(stage, at, Relocation::min)));
    reached.putIfAbsent(placement.stage(), now);
    var inherited = new TreeSet<>(absorbed.keySet());
    before.ifPresent(b -> inherited.addAll(b.inherited()));
    var left = new TreeMap<String, Instant>();
    past.forEach(p -> p.left().forEach((pool, at) -> left.merge(pool, at, Relocation::max)));

    var moved = before.filter(b -> isSamePlace(b.placement(), placement)).isEmpty();
    var rest = before.map(Position::rest).filter(r -> now.isBefore(r.until())).orElse(null);
    if (moved) {
      rest = isReturn(left.get(placement.pool())) ? new Rest(plus(now), facts) : null;
      before.ifPresent(b -> left.put(b.placement().pool(), now));
    }
    var version = before.map(Position::version).orElse(0L);
    var move =
        moved
            ? Optional.of(move(before.map(Position::placement), placement, version))
            : Optional.<Move>empty();
    var first = before.isEmpty() ? move.orElse(null) : before.get().first();
    var position =
        new Position(
            placement,
            entered,
            reached,
            left,
            rest,
            inherited,
            null,
            first,
            before.map(Position::groups).orElseGet(TreeMap::new),
            before.filter(Position::listed).isPresent(),
            version);
    return new Step(position, move);
  }

  private Optional<Placement> resting(Position before, Placement belongs) {
    return Optional.ofNullable(before.rest())
        .filter(rest ->
            now.isBefore(rest.until())
                && rest.facts().equals(facts)
                && before.placement().stage().equals(belongs.stage())
                && !before.placement().pool().equals(belongs.pool()))
        .map(rest -> stay(before, belongs, rest.until()));
  }

  private static Placement stay(Position before, Placement belongs, Instant until) {
    var because = new ArrayList<>(belongs.because());
    because.add(new Reason.Rests(before.placement().pool(), until));
    var reviewAt =
        belongs.reviewAt() == null || until.isBefore(belongs.reviewAt())
            ? until
            : belongs.reviewAt();
    return new Placement(
        belongs.stage(), before.placement().pool(), belongs.missingForMql(), because, reviewAt);
  }

  private boolean isReturn(@Nullable Instant lastLeft) {
    return lastLeft != null && now.isBefore(plus(lastLeft));
  }

  private Instant plus(Instant at) {
    return days.after(at, coolDown);
  }

  private Move move(Optional<Placement> from, Placement placement, long version) {
    return new Move(
        Ids.derived(lead, "move", Long.toString(version), placement.stage(), placement.pool()),
        now,
        from.map(Placement::stage).orElse(null),
        from.map(Placement::pool).orElse(null),
        placement.stage(),
        placement.pool(),
        placement.because());
  }

  private static boolean isSamePlace(Placement a, Placement b) {
    return a.stage().equals(b.stage()) && a.pool().equals(b.pool());
  }

  private static Optional<Instant> earliest(
      Collection<Position> positions, Function<Position, @Nullable Instant> at) {
    return positions.stream()
        .flatMap(p -> Optional.ofNullable(at.apply(p)).stream())
        .min(Comparator.naturalOrder());
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static @Nullable String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? null : path.substring(0, slash);
  }
}
