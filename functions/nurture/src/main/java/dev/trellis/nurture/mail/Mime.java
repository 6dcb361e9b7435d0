package dev.trellis.nurture.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;

/**
 * A whole message in the form of RFC 5322, with one-click unsubscribe (RFC 8058).
 *
 * @param sendId makes the message id, so a message keeps its id however often it is written
 * @param sender a mailbox
 * @param name of the recipient, or an empty text
 * @param unsubscribe null in mails to our own people
 */
record Mime(
    String sendId,
    Instant date,
    String language,
    String sender,
    String address,
    String name,
    String unsubscribe,
    String subject,
    String text,
    String html) {

  private static final String UTF_8 = "UTF-8";

  byte[] bytes() {
    try {
      var out = new ByteArrayOutputStream();
      message().writeTo(out);
      return out.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalArgumentException("sender or recipient is no mailbox", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MimeMessage message() throws MessagingException, IOException {
    var from = new InternetAddress(sender, true);
    from.setPersonal(from.getPersonal(), UTF_8);
    var to = new InternetAddress(address, true);
    if (Typed.isName(name)) {
      to.setPersonal(name, UTF_8);
    }
    var message = new WithId("<" + sendId + "@" + from.getAddress().split("@")[1] + ">");
    message.setFrom(from);
    message.setRecipient(RecipientType.TO, to);
    message.setSubject(subject, UTF_8);
    message.setSentDate(Date.from(date));
    message.setContentLanguage(new String[] {language});
    if (unsubscribe != null) {
      message.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setContent(new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String text, String type) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text.replaceAll("\\R", "\r\n"), UTF_8, type);
    return part;
  }

  /** Keeps its own message id, where the library would name this machine. */
  private static final class WithId extends MimeMessage {

    private final String id;

    WithId(String id) {
      super((Session) null);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
