package dev.trellis.imports;

import module java.base;

/**
 * What became of the rows that tell of a person, read back after they went in (R31): each counts
 * once.
 *
 * @param fresh first words on a person
 * @param changed changed something that was known of one
 * @param known told nothing that was not known, or not better
 * @param possible first words on somebody who may be a person that is known already
 * @param refused were not taken after all
 * @param fields that were changed, and how often
 */
public record RowCounts(
    long fresh,
    long changed,
    long known,
    long possible,
    long refused,
    SortedMap<String, Long> fields) {

  public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, new TreeMap<>());

  public RowCounts {
    fields =
        Collections.unmodifiableSortedMap(fields == null ? new TreeMap<>() : new TreeMap<>(fields));
  }

  /** The same and one more. */
  public RowCounts plus(RowOutcome row) {
    return switch (row) {
      case RowOutcome.Refused _ ->
          new RowCounts(fresh, changed, known, possible, refused + 1, fields);
      case RowOutcome.Taken(_, var effect) ->
          switch (effect.kind()) {
            case NEW -> new RowCounts(fresh + 1, changed, known, possible, refused, fields);
            case KNOWN -> new RowCounts(fresh, changed, known + 1, possible, refused, fields);
            case POSSIBLE -> new RowCounts(fresh, changed, known, possible + 1, refused, fields);
            case CHANGED -> {
              var all = new TreeMap<>(fields);
              effect.changed().forEach(field -> all.merge(field, 1L, Long::sum));
              yield new RowCounts(fresh, changed + 1, known, possible, refused, all);
            }
          };
    };
  }

  /** The same file once more: whatever was taken is known. */
  RowCounts again() {
    return new RowCounts(0, 0, fresh + changed + known + possible, 0, refused, new TreeMap<>());
  }
}
