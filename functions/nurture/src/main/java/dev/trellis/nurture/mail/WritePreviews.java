package dev.trellis.nurture.mail;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookJson;

/**
 * Writes every mail of a compiled playbook as a sample person would get it, in each language; none
 * is sent, and no link opens anything.
 */
public final class WritePreviews {

  /** Always the same, so that the same playbook gives the same files. */
  private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");

  private WritePreviews() {}

  /** Takes the folder of the compiled playbook. */
  public static void main(String[] folder) throws IOException {
    var root = Path.of(folder[0]);
    try (var in = Files.newInputStream(root.resolve(PlaybookJson.FILE))) {
      write(PlaybookJson.read(in, root), root);
    }
  }

  /** Writes them beside the compiled playbook. */
  public static void write(Playbook playbook, Path folder) throws IOException {
    var samples = new SampleLetters(playbook, "");
    for (var mail : playbook.mails().values()) {
      for (var language : playbook.company().languages()) {
        samples.preview(mail, language, NOW).write(folder, mail.id(), language);
      }
    }
  }
}
