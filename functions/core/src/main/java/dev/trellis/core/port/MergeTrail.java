package dev.trellis.core.port;

import module java.base;

/**
 * The way from a lead to its survivor: itself, or whoever absorbed it in the end. Each lead on the
 * way is loaded once, however long the way is; one that is not there, or a way that comes back to
 * where it was, is a failure. A survivor may have been erased.
 *
 * @param lead the lead in what a store loads
 * @param load what a store has of a lead; empty if there is no such lead
 */
public record MergeTrail<T>(Function<T, LeadRecord> lead, Function<String, Optional<T>> load) {

  /** The trail among plain records. */
  public static MergeTrail<LeadRecord> of(Function<String, Optional<LeadRecord>> load) {
    return new MergeTrail<>(Function.identity(), load);
  }

  /**
   * The lead that this one has become.
   *
   * @throws LeadNotFoundException if a lead on the way does not exist
   * @throws IllegalStateException if the leads were merged in a circle
   */
  public T survivor(T start) {
    return leads(start).getLast();
  }

  /** The same, or the first on the way that is wanted. */
  public T survivorOr(T start, Predicate<T> wanted) {
    return walk(start, wanted).getLast();
  }

  /** This lead and whoever absorbed it, one after the other, down to the survivor. */
  public List<T> leads(T start) {
    return walk(start, _ -> false);
  }

  private List<T> walk(T start, Predicate<T> wanted) {
    var way = new ArrayList<T>(List.of(start));
    var seen = new HashSet<String>();
    var next = lead.apply(start).mergedInto();
    while (next != null && !wanted.test(way.getLast())) {
      if (!seen.add(next)) {
        throw new IllegalStateException("lead " + next + " was merged in a circle");
      }
      var id = next;
      way.add(load.apply(id).orElseThrow(() -> new LeadNotFoundException(id)));
      next = lead.apply(way.getLast()).mergedInto();
    }
    return way;
  }
}
