package dev.trellis.imports.row;

import module java.base;

import dev.trellis.imports.file.Fault;

/**
 * What a file held.
 *
 * @param told rows that say something about a person
 * @param refused rows that are left out
 * @param views of contents that the rows tell
 * @param mailable rows that say yes to mail, and where to
 * @param faults rows and cells left out, by reason
 */
public record RowTally(
    long told, long refused, long views, long mailable, SortedMap<Fault, Long> faults) {

  public static final RowTally NOTHING = new RowTally(0, 0, 0, 0, new TreeMap<>());

  /** Cells that are left out of rows that count. */
  public long doubts() {
    return faults.entrySet().stream()
        .filter(e -> !e.getKey().refusesRow())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The same where one of the rows told was not taken after all. */
  public RowTally without(Fault why) {
    var all = new TreeMap<>(faults);
    all.merge(why, 1L, Long::sum);
    return new RowTally(told - 1, refused + 1, views, mailable, all);
  }

  RowTally and(Reading reading) {
    return switch (reading) {
      case Reading.Blank _ -> this;
      case Reading.Refused(var why) -> new RowTally(told, refused + 1, views, mailable, with(why));
      case Reading.Told(var events, var doubts, var isMailable) ->
          new RowTally(
              told + 1,
              refused,
              views + events.size() - 1,
              mailable + (isMailable ? 1 : 0),
              with(doubts.toArray(Fault.Found[]::new)));
    };
  }

  private SortedMap<Fault, Long> with(Fault.Found... found) {
    if (found.length == 0) {
      return faults;
    }
    var sum = new TreeMap<>(faults);
    for (var one : found) {
      sum.merge(one.fault(), 1L, Long::sum);
    }
    return sum;
  }
}
