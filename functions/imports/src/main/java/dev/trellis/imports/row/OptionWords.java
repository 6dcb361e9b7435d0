package dev.trellis.imports.row;

import module java.base;

import dev.trellis.core.playbook.ImportOptions;
import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Playbook;

/** The options of a field, by everything that people write for them (R76). */
record OptionWords(Map<String, String> told, ImportOptions offered) {

  /**
   * @param told option ids by what people write, the most particular first
   */
  static OptionWords of(Playbook playbook, String field, List<Map<String, String>> told) {
    var all = new HashMap<String, String>();
    told.forEach(some -> some.forEach(all::putIfAbsent));
    return new OptionWords(all, ImportOptions.of(playbook, field));
  }

  Optional<String> find(String text) {
    return Optional.ofNullable(told.get(Imports.plain(text))).or(() -> offered.find(text));
  }
}
