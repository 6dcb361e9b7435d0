package dev.trellis.nurture;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

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
   * The choice in a body; empty if it is no choice but the wish for no mail at all (RFC 8058, or
   * the page's other button).
   *
   * @param topics that there are
   */
  static Optional<PreferenceForm> read(String body, Collection<String> topics) {
    var values = new TreeMap<String, String>();
    var wanted = new TreeSet<String>();
    for (var pair : body.split("&")) {
      var parts = pair.split("=", 2);
      var value = parts.length == 2 ? decoded(parts[1]) : "";
      if (parts[0].equals("topic")) {
        wanted.add(value);
      } else {
        values.put(parts[0], value);
      }
    }
    if (!values.containsKey(MARK)) {
      return Optional.empty();
    }
    var choices = new TreeMap<String, String>();
    topics.forEach(topic -> choices.put(topic, wanted.contains(topic) ? "yes" : "no"));
    var pace = values.getOrDefault("pace", "");
    var isPace = PACES.contains(pace);
    return Optional.of(
        new PreferenceForm(choices, isPace ? pace : null, isPace || pace.equals(ANY_PACE)));
  }

  /** True if the wish is to get mails again. */
  static boolean isAgain(String body) {
    return body.startsWith("again=");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
