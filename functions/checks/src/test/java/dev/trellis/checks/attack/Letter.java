package dev.trellis.checks.attack;

import module java.base;

import dev.trellis.core.port.Mailer.OutgoingMail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/**
 * A mail as it lies in a mailbox.
 *
 * @param all every header, text and page of it, decoded
 */
record Letter(Instant at, String to, String lead, String sendId, String all) {

  private static final Pattern LINK =
      Pattern.compile(Pattern.quote(World.URL) + "(/[^\\s\"<>)\\]]+)");

  static Letter of(OutgoingMail mail, Instant at) {
    try {
      var message = new MimeMessage(null, new ByteArrayInputStream(mail.raw()));
      var all = new StringBuilder();
      for (var header : Collections.list(message.getAllHeaders())) {
        all.append(MimeUtility.decodeText(MimeUtility.unfold(header.getValue()))).append('\n');
      }
      add(message, all);
      var tags = mail.tags();
      return new Letter(at, mail.to(), tags.get("lead"), tags.get("sendId"), all.toString());
    } catch (MessagingException | IOException e) {
      throw new AssertionError("a mail that cannot be read", e);
    }
  }

  private static void add(Part part, StringBuilder all) throws MessagingException, IOException {
    switch (part.getContent()) {
      case Multipart parts -> {
        for (int i = 0; i < parts.getCount(); i++) {
          BodyPart one = parts.getBodyPart(i);
          add(one, all);
        }
      }
      case Object text -> all.append(text).append('\n');
    }
  }

  /** The addresses of this kind that stand in it, such as {@code /c/}. */
  List<String> links(String kind) {
    return LINK.matcher(all.replace("&amp;", "&"))
        .results()
        .map(found -> found.group(1))
        .filter(path -> path.startsWith(kind))
        .distinct()
        .toList();
  }
}
