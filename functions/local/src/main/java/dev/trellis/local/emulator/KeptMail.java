package dev.trellis.local.emulator;

import module java.base;

/**
 * What is known of a mail besides the message itself.
 *
 * @param number in order of sending, from 1
 * @param to recipients of the envelope
 * @param tags that the sender gave
 */
public record KeptMail(
    int number,
    String messageId,
    Instant at,
    String from,
    List<String> to,
    String configurationSet,
    SortedMap<String, String> tags) {

  Path raw(Path folder) {
    return folder.resolve("%06d.eml".formatted(number));
  }

  Path envelope(Path folder) {
    return folder.resolve("%06d.json".formatted(number));
  }
}
