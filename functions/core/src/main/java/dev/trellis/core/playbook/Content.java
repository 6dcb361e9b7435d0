package dev.trellis.core.playbook;

import java.util.List;
import java.util.Optional;

/**
 * Something to read: no content without form, type and topic (R80).
 *
 * @param tags put on whoever reads it (R81, R82)
 * @param page Markdown file per language, shown when the link is followed; may be null
 * @param file download per language, relative to the playbook; may be null
 */
public record Content(
    String id,
    int version,
    String form,
    String type,
    String topic,
    List<String> tags,
    Wording title,
    Wording summary,
    Wording page,
    Wording file) {

  public Optional<String> file(String language) {
    return Optional.ofNullable(file).map(f -> f.in(language));
  }
}
