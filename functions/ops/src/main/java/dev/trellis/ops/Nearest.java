package dev.trellis.ops;

import module java.base;

/** Which of the words that there are somebody meant who wrote another one. */
final class Nearest {

  private Nearest() {}

  /** The one that takes the fewest changed letters. */
  static String to(String word, Collection<String> words) {
    return words.stream().min(Comparator.comparingInt(w -> distance(word, w))).orElseThrow();
  }

  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
