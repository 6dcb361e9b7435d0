package dev.trellis.core.condition;

import java.util.Optional;

/** What people call the fields of conditions and the values in them, in one language. */
public interface Vocabulary {

  /** The language it speaks ({@code zh} or {@code en}). */
  String language();

  /** The name of a field; its id if it has none. */
  String field(String id);

  /** The name of a value of a field; the value itself if it has none. */
  String word(String field, String value);

  /**
   * What people say instead of "field is value", where that would sound odd; empty for most.
   *
   * @param says the value, or {@code known}; after {@code not.} for the opposite
   */
  default Optional<String> sentence(String field, String says) {
    return Optional.empty();
  }
}
