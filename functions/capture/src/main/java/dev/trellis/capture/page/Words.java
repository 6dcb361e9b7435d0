package dev.trellis.capture.page;

import module java.base;

import dev.trellis.core.playbook.Content;

/** The pages' own words, per language; what the playbook says is not among them. */
public final class Words {

  private static final String FALLBACK = "en";
  private static final Map<String, Words> ALL = new ConcurrentHashMap<>();

  private final Map<String, String> texts;

  private Words(Map<String, String> texts) {
    this.texts = texts;
  }

  /** The words in a language; in English if they were never translated. */
  public static Words in(String language) {
    return ALL.computeIfAbsent(language, Words::load);
  }

  public String get(String key) {
    var text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    return text;
  }

  /** The words of a key, with what follows it after a blank in its place. */
  String say(String keyAndName) {
    var parts = keyAndName.split(" ", 2);
    return parts.length == 1 ? get(keyAndName) : get(parts[0]).formatted(parts[1]);
  }

  String kindOf(Content content) {
    return texts.getOrDefault("kind." + content.form(), content.form());
  }

  Map<String, String> all() {
    return texts;
  }

  private static Words load(String language) {
    try (var stream = open(language)) {
      var properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      var texts = new TreeMap<String, String>();
      properties.forEach((key, text) -> texts.put((String) key, (String) text));
      return new Words(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String language) {
    var stream = Words.class.getResourceAsStream("words." + language + ".properties");
    return stream == null
        ? Words.class.getResourceAsStream("words." + FALLBACK + ".properties")
        : stream;
  }
}
