package dev.trellis.playbook;

import dev.trellis.playbook.yaml.Yaml;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads a word that must be one of a few. */
final class Choices {

  private Choices() {}

  /** The constant that the text names, in lower case; {@code otherwise} if it names none. */
  static <E extends Enum<E>> E one(Class<E> type, Yaml place, E otherwise) {
    var text = place.text();
    for (var constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) {
        return constant;
      }
    }
    place.problem(
        "\"" + text + "\" is unknown here",
        "Use one of: "
            + Arrays.stream(type.getEnumConstants())
                .map(Choices::word)
                .collect(Collectors.joining(", ")));
    return otherwise;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
