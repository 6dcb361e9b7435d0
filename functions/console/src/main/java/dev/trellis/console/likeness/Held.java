package dev.trellis.console.likeness;

import module java.base;

/**
 * A lead's score by weights that were learnt without it, and whether it belongs to the group.
 *
 * @param score the higher, the more likely
 */
record Held(String lead, double score, boolean isOurs) {

  /** Into so many parts leads are divided, always the same. */
  static final int PARTS = 5;

  static final Comparator<Held> BY_SCORE =
      Comparator.comparingDouble(Held::score).thenComparing(Held::lead);

  static int part(String lead) {
    var sum = new CRC32();
    sum.update(lead.getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % PARTS);
  }

  /**
   * The chance that one of the group scores above one that is not (area under the ROC curve): a
   * half is guessing, 1 is perfect. Not a number if one of the two is empty.
   */
  static double area(List<Held> all) {
    var sorted = all.stream().sorted(BY_SCORE).toList();
    double wins = 0;
    long others = 0;
    for (int i = 0; i < sorted.size(); ) {
      int end = i;
      long oursTied = 0;
      long othersTied = 0;
      while (end < sorted.size() && sorted.get(end).score() == sorted.get(i).score()) {
        if (sorted.get(end++).isOurs()) {
          oursTied++;
        } else {
          othersTied++;
        }
      }
      wins += oursTied * (others + othersTied / 2.0);
      others += othersTied;
      i = end;
    }
    return wins / ((double) others * (sorted.size() - others));
  }
}
