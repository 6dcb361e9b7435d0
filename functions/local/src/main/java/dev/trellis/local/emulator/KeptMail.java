package dev.trellis.local.emulator;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

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
