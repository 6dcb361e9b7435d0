package dev.trellis.core.playbook;

import dev.trellis.core.dictionary.Dictionaries;

/** Reads {@code dictionaries/*.yaml}. */
final class DictionariesReader {

  private DictionariesReader() {}

  static Dictionaries read(Source source) {
    return Dictionaries.EMPTY;
  }
}
