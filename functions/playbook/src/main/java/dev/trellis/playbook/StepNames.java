package dev.trellis.playbook;

import dev.trellis.playbook.yaml.Yaml;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names the steps of one block: a step without an {@code id} is called by what it does ({@code
 * wait}, {@code send-solution}), and from the second of that name in its block on by a number as
 * well ({@code wait-2}), so that a step added above or below renames no step of another name.
 */
final class StepNames {

  static final List<String> WORDS =
      List.of(
          "wait",
          "send",
          "when",
          "await",
          "each",
          "verdict",
          "enroll",
          "alert",
          "demote",
          "hand-off");

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Map<String, Integer> seen = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** The step's own part of its id. */
  String of(Yaml step) {
    var name = given(step).orElseGet(() -> numbered(name(step)));
    if (!taken.add(name)) {
      step.problem("a second step \"" + name + "\"", "Give it another id");
    }
    return name;
  }

  /** What a step does, in one of the {@link #WORDS}; {@code step} if it says none of them. */
  static String word(Yaml step) {
    return WORDS.stream().filter(step::has).findFirst().orElse("step");
  }

  private static Optional<String> given(Yaml step) {
    var given = step.has("id") ? step.find("id").map(Yaml::text) : Optional.<String>empty();
    if (given.isPresent() && !ID.matcher(given.get()).matches()) {
      step.problem("\"" + given.get() + "\" is no id", "Use small letters, digits and hyphens");
    }
    return given;
  }

  private String numbered(String name) {
    int number = seen.merge(name, 1, Integer::sum);
    return number == 1 ? name : name + "-" + number;
  }

  private static String name(Yaml step) {
    var word = word(step);
    var what =
        switch (word) {
          case "send" ->
              step.find(word).filter(send -> send.has("mail")).flatMap(send -> send.find("mail"));
          case "alert", "enroll" -> step.find(word);
          default -> Optional.<Yaml>empty();
        };
    return what.map(w -> name(word, w)).orElse(word);
  }

  // What is done, as it is written: all rounds of an each call the same step the same. Dots stand
  // between the steps of an id.
  private static String name(String word, Yaml what) {
    var plain = what.text().replaceAll("[$.]", "");
    return plain.startsWith(word + "-") ? plain : word + "-" + plain;
  }
}
