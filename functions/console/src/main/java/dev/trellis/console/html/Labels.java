package dev.trellis.console.html;

import module java.base;

/** The resource bundle of the pages, in one language. */
public final class Labels {

  private static final Labels CHINESE = new Labels("zh");
  private static final Labels ENGLISH = new Labels("en");

  private final Properties texts = new Properties();

  private Labels(String language) {
    var file = "labels." + language + ".properties";
    try (var in = Labels.class.getResourceAsStream(file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In English if we have none in this language. */
  public static Labels in(String language) {
    return language.equals("zh") ? CHINESE : ENGLISH;
  }

  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.getProperty(key));
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }
}
