package dev.trellis.core.playbook;

import java.util.Map;
import java.util.Optional;

/**
 * A CRM that writes back.
 *
 * @param id part of its webhook address
 * @param fields its field names and ours
 * @param labels our option by what the CRM writes for it, by our field
 */
public record CrmSource(
    String id, Map<String, String> fields, Map<String, Map<String, String>> labels) {

  /** The option that the CRM means by a word, if the playbook says so. */
  public Optional<String> option(String field, String word) {
    var plain = Imports.plain(word);
    return labels.getOrDefault(field, Map.of()).entrySet().stream()
        .filter(label -> Imports.plain(label.getKey()).equals(plain))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
