package dev.trellis.core.playbook;

import module java.base;

/** Names of the fields and words that Trellis itself sets, in one language. */
final class BuiltInNames {

  private final Properties names = new Properties();

  /** The names in this language; in English if we have none in it. */
  BuiltInNames(String language) {
    var file = "names." + (language.equals("zh") ? "zh" : "en") + ".properties";
    try (var in = BuiltInNames.class.getResourceAsStream(file)) {
      names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> field(String id) {
    return Optional.ofNullable(names.getProperty("field." + id));
  }

  Optional<String> word(String field, String value) {
    return Optional.ofNullable(names.getProperty("word." + field + "." + value));
  }

  Optional<String> sentence(String field, String says) {
    return Optional.ofNullable(names.getProperty("sentence." + field + "." + says));
  }
}
