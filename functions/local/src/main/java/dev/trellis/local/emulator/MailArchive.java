package dev.trellis.local.emulator;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.local.state.StateFile;

/**
 * Every mail sent, as files: {@code 000001.eml} is the message, {@code 000001.json} the envelope.
 */
public final class MailArchive {

  private final Path folder;
  private final List<KeptMail> mails = new ArrayList<>();

  public MailArchive(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        mails.add(StateFile.read(file, text -> Json.read(KeptMail.class, text)));
      }
    }
  }

  /** Keeps a message; it is listed once both of its files are there. */
  synchronized KeptMail keep(
      Instant at,
      String from,
      List<String> to,
      String configurationSet,
      TreeMap<String, String> tags,
      byte[] raw)
      throws IOException {
    int number = mails.isEmpty() ? 1 : mails.getLast().number() + 1;
    var messageId = "%016x-%06d".formatted(at.toEpochMilli(), number);
    var mail = new KeptMail(number, messageId, at, from, to, configurationSet, tags);
    Files.write(mail.raw(folder), raw);
    StateFile.write(mail.envelope(folder), Json.write(mail));
    mails.add(mail);
    return mail;
  }

  /** All mails, oldest first. */
  public synchronized List<KeptMail> all() {
    return List.copyOf(mails);
  }

  /** The message itself. */
  public byte[] raw(KeptMail mail) {
    try {
      return Files.readAllBytes(mail.raw(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
