package dev.trellis.core.message;

import module java.base;

import dev.trellis.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * console → nurture: one of our own people wants a mail of the playbook as a test.
 *
 * @param sample an id of its own
 * @param content that it is about; null for one that some journey sends with it
 * @param to the mailbox of whoever is signed in
 */
public record SampleMail(
    String sample, String mail, @Nullable String content, String language, String to) {

  /** What a message says, if it is such a wish and no other message. */
  public static Optional<SampleMail> find(String body) {
    return body.startsWith("{\"sample\":")
        ? Optional.of(Json.read(SampleMail.class, body))
        : Optional.empty();
  }
}
