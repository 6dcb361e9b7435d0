package dev.trellis.local.surface;

import module java.base;

import dev.trellis.console.view.MailView;
import dev.trellis.local.emulator.KeptMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/** Opens mails that were sent, as their readers do. */
final class OpenedMail {

  private static final Pattern HREF = Pattern.compile("href=\"(https?://[^\"]+)\"");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'()\\[\\]]+");

  private OpenedMail() {}

  static MailView of(KeptMail mail, byte[] raw) {
    try {
      var message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
      var text = find(message, "text/plain");
      var html = find(message, "text/html");
      return new MailView(
          String.join(", ", mail.to()),
          message.getSubject(),
          mail.at(),
          headers(message),
          text,
          html,
          links(text, html));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("mail " + mail.number() + " cannot be read", e);
    }
  }

  private static Map<String, String> headers(MimeMessage message)
      throws MessagingException, UnsupportedEncodingException {
    var headers = new LinkedHashMap<String, String>();
    for (var header : Collections.list(message.getAllHeaders())) {
      var value = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
      headers.merge(header.getName(), value, (a, b) -> a + "\n" + b);
    }
    return headers;
  }

  private static String find(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type) && !Part.ATTACHMENT.equals(part.getDisposition())) {
      return part.getContent().toString();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var found = find(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  private static List<String> links(String text, String html) {
    var links = new LinkedHashSet<String>();
    HREF.matcher(html).results().forEach(m -> links.add(m.group(1).replace("&amp;", "&")));
    ADDRESS
        .matcher(text)
        .results()
        .forEach(m -> links.add(m.group().replaceAll("[.,;:!?，。；：！？]+$", "")));
    return new ArrayList<>(links);
  }
}
