package dev.trellis.core.message;

import module java.base;

import dev.trellis.core.json.Json;

/**
 * A mail of the playbook as a sample person would get it: written down beside the compiled playbook
 * when Trellis is built, for the console to show.
 */
public record MailPreview(String to, String subject, String text, String html) {

  private static final String FOLDER = "previews";

  /** Writes it into the folder of the compiled playbook. */
  public void write(Path playbook, String mail, String language) throws IOException {
    var file = file(playbook, mail, language);
    Files.createDirectories(file.getParent());
    Files.writeString(file, Json.write(this));
  }

  /** Reads one; empty if nobody wrote it. */
  public static Optional<MailPreview> read(Path playbook, String mail, String language) {
    var file = file(playbook, mail, language);
    try {
      return Files.exists(file)
          ? Optional.of(Json.read(MailPreview.class, Files.readString(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Path playbook, String mail, String language) {
    return playbook.resolve(FOLDER).resolve(mail + "." + language + ".json");
  }
}
