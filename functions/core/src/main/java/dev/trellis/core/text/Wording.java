package dev.trellis.core.text;

import module java.base;

/** One text in every language of the playbook, by language tag ({@code zh}, {@code en}). */
public record Wording(SortedMap<String, String> texts) {

  public Wording {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("a text needs at least one language");
    }
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** The text in this language, or in another if there is none. */
  public String in(String language) {
    var text = texts.get(language);
    return text != null ? text : texts.sequencedValues().getLast();
  }
}
