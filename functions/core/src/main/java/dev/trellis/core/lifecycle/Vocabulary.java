package dev.trellis.core.lifecycle;

/** What people call the fields of conditions and the values in them, in one language. */
public interface Vocabulary {

  /** The language it speaks ({@code zh} or {@code en}). */
  String language();

  /** The name of a field; its id if it has none. */
  String field(String id);

  /** The name of a value of a field; the value itself if it has none. */
  String word(String field, String value);
}
