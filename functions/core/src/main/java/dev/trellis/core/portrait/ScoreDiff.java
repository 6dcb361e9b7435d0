package dev.trellis.core.portrait;

import module java.base;

import org.jspecify.annotations.Nullable;

/**
 * Why a score is not what it was: "63 today and 71 last week" (R88).
 *
 * @param rows what changed, the greatest change first; these sum exactly to the difference
 */
public record ScoreDiff(String name, long before, long after, List<Row> rows) {

  public ScoreDiff {
    rows = List.copyOf(rows);
    if (rows.stream().mapToLong(Row::change).sum() != after - before) {
      throw new IllegalArgumentException(name + " has a change without a reason");
    }
  }

  /**
   * One reason, before and after.
   *
   * @param before null if it was not there yet
   * @param after null if it is not there any more
   */
  public record Row(@Nullable Contribution before, @Nullable Contribution after) {

    public String rule() {
      return shown().rule();
    }

    /** The evidence as it is now, or as it was if there is none now. */
    public Evidence evidence() {
      return shown().evidence();
    }

    public long change() {
      return points(after) - points(before);
    }

    private Contribution shown() {
      return after == null ? Objects.requireNonNull(before) : after;
    }

    private static long points(@Nullable Contribution contribution) {
      return contribution == null ? 0 : contribution.points();
    }
  }

  /** Compares two scores, of one profile at two instants or of two profiles. */
  public static ScoreDiff between(Score before, Score after) {
    var old = byReason(before);
    var young = byReason(after);
    var reasons = new TreeSet<Reason>(old.keySet());
    reasons.addAll(young.keySet());
    var rows =
        reasons.stream()
            .map(r -> new Row(old.get(r), young.get(r)))
            .filter(row -> row.change() != 0)
            .sorted(Comparator.comparingLong((Row row) -> -Math.abs(row.change())))
            .toList();
    return new ScoreDiff(after.name(), before.points(), after.points(), rows);
  }

  private record Reason(String rule, String subject) implements Comparable<Reason> {
    @Override
    public int compareTo(Reason other) {
      return Comparator.comparing(Reason::rule).thenComparing(Reason::subject).compare(this, other);
    }
  }

  // The same reason twice in one score, such as a lead that was summed twice, counts twice.
  private static Map<Reason, Contribution> byReason(Score score) {
    var all = new LinkedHashMap<Reason, Contribution>();
    for (var c : score.contributions()) {
      all.merge(new Reason(c.rule(), c.evidence().subject()), c, Contribution::plus);
    }
    return all;
  }
}
