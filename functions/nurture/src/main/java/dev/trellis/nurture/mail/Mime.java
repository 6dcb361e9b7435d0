package dev.trellis.nurture.mail;

import module java.base;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/**
 * A whole message in the form of RFC 5322, with one-click unsubscribe (RFC 8058).
 *
 * @param text the plain text part
 * @param html the same for those who see more
 */
record Mime(Envelope envelope, String text, String html) {

  private static final String UTF_8 = "UTF-8";

  static Mime of(Envelope envelope, LetterText letter) {
    return new Mime(envelope, TextPart.of(letter), HtmlPart.of(letter, envelope.language()));
  }

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
    var from = envelope.from();
    from.setPersonal(from.getPersonal(), UTF_8);
    var to = envelope.to();
    if (Typed.isName(envelope.name())) {
      to.setPersonal(envelope.name(), UTF_8);
    }
    var message = new WithId("<" + envelope.sendId() + "@" + from.getAddress().split("@")[1] + ">");
    message.setFrom(from);
    message.setRecipient(RecipientType.TO, to);
    if (envelope.replyTo() != null) {
      var replyTo = new InternetAddress(envelope.replyTo(), true);
      replyTo.setPersonal(replyTo.getPersonal(), UTF_8);
      message.setReplyTo(new Address[] {replyTo});
    }
    message.setSubject(envelope.subject(), UTF_8);
    message.setSentDate(Date.from(envelope.date()));
    message.setContentLanguage(new String[] {envelope.language()});
    if (envelope.unsubscribe() != null) {
      message.setHeader("List-Unsubscribe", "<" + envelope.unsubscribe() + ">");
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
