package dev.trellis.nurture;

import module java.base;

/**
 * What the form of the preference page sends.
 *
 * @param pace null for mails as they come
 * @param isWhole false if it says no pace that there is: then nothing was chosen
 */
record PreferenceForm(SortedMap<String, String> topics, String pace, boolean isWhole) {

  static final List<String> PACES = List.of("weekly", "monthly");
  static final String ANY_PACE = "any";

  private static final String MARK = "preferences";

  /**
   * The choice that was sent; empty if it is none, or names a topic that there is not.
   *
   * @param topics that there are
   */
  static Optional<PreferenceForm> read(Posted posted, Collection<String> topics) {
    if (!posted.has(MARK) || !topics.containsAll(posted.all("topic"))) {
      return Optional.empty();
    }
    var choices = new TreeMap<String, String>();
    topics.forEach(t -> choices.put(t, posted.all("topic").contains(t) ? "yes" : "no"));
    var pace = posted.value("pace");
    var isPace = PACES.contains(pace);
    return Optional.of(
        new PreferenceForm(choices, isPace ? pace : null, isPace || pace.equals(ANY_PACE)));
  }
}
