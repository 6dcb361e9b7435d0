package dev.trellis.core.profile;

import module java.base;

/**
 * Activity as one short text: per day how many days after the one before, then per behaviour its
 * letter, how often unless once, and for how many seconds unless none: {@code g0kR.1c,2V3.8}.
 * Numbers are in lower case, letters are not.
 */
final class ActivityText {

  private static final int RADIX = Character.MAX_RADIX;
  private static final Pattern DID = Pattern.compile("([A-Z])([0-9a-z]*)(?:\\.([0-9a-z]+))?");

  private ActivityText() {}

  static String write(SortedMap<LocalDate, SortedMap<Behaviour, Tally>> activity) {
    var text = new StringBuilder();
    long before = 0;
    for (var day : activity.entrySet()) {
      long at = day.getKey().toEpochDay();
      text.append(text.isEmpty() ? "" : ",").append(Long.toString(at - before, RADIX));
      before = at;
      day.getValue()
          .forEach((behaviour, tally) -> {
            text.append(behaviour.letter());
            if (tally.count() != 1) {
              text.append(Integer.toString(tally.count(), RADIX));
            }
            if (tally.seconds() != 0) {
              text.append('.').append(Long.toString(tally.seconds(), RADIX));
            }
          });
    }
    return text.toString();
  }

  static SortedMap<LocalDate, SortedMap<Behaviour, Tally>> read(String text) {
    var activity = new TreeMap<LocalDate, SortedMap<Behaviour, Tally>>();
    long at = 0;
    for (var day : text.split(",")) {
      int letter = 0;
      while (day.charAt(letter) < 'A' || day.charAt(letter) > 'Z') {
        letter++;
      }
      at += Long.parseLong(day, 0, letter, RADIX);
      var tallies = new TreeMap<Behaviour, Tally>();
      var did = DID.matcher(day).region(letter, day.length());
      while (did.find()) {
        tallies.put(
            Behaviour.of(did.group(1).charAt(0)),
            new Tally(
                did.group(2).isEmpty() ? 1 : Integer.parseInt(did.group(2), RADIX),
                did.group(3) == null ? 0 : Long.parseLong(did.group(3), RADIX)));
      }
      activity.put(LocalDate.ofEpochDay(at), tallies);
    }
    return activity;
  }
}
