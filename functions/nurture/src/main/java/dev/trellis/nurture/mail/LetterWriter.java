package dev.trellis.nurture.mail;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.playbook.Assignment.Assigned;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Cta.Place;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Mailer.OutgoingMail;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;
import dev.trellis.core.signing.ContentLinks;
import dev.trellis.core.signing.ContentLinks.Link;
import dev.trellis.core.signing.KeyRing;

/** Writes a mail of the playbook to one person, in their language, with links of their own. */
public final class LetterWriter {

  private final ContentLinks contentLinks;
  private final ContentLinks ctaLinks;
  private final UnsubscribeLinks unsubscribeLinks;
  private final ConfirmLinks confirmLinks;
  private final String publicUrl;
  private final boolean isRead;

  /**
   * @param links keys of links
   * @param suppressions under which a letter's link ends the mail
   * @param publicUrl where our pages are, without a slash at the end
   */
  public LetterWriter(KeyRing links, SuppressionKeys suppressions, String publicUrl) {
    this(links, suppressions, publicUrl, true);
  }

  private LetterWriter(
      KeyRing links, SuppressionKeys suppressions, String publicUrl, boolean isRead) {
    this.contentLinks = new ContentLinks(links);
    this.ctaLinks = ContentLinks.ofCtas(links);
    this.unsubscribeLinks = new UnsubscribeLinks(links, suppressions);
    this.confirmLinks = new ConfirmLinks(links);
    this.publicUrl = publicUrl;
    this.isRead = isRead;
  }

  /** Writes the envelope and the subject alone, for a rehearsal in which nobody opens a letter. */
  public static LetterWriter ofEnvelopes(
      KeyRing links, SuppressionKeys suppressions, String publicUrl) {
    return new LetterWriter(links, suppressions, publicUrl, false);
  }

  /** Writes the same to a sample person. */
  public SampleLetters samples(Playbook playbook) {
    return new SampleLetters(playbook, publicUrl);
  }

  /** The letter, as of the portrait's instant. */
  public Letter write(
      String sendId, MailText mail, Optional<Content> content, Portrait portrait, String address) {
    var language = portrait.language();
    var leave = unsubscribeLinks.make(portrait.lead(), sendId, address, portrait.now());
    var unsubscribe = publicUrl + "/u/" + leave;
    var mailbox = new Identity(IdentityType.EMAIL, address).mark();
    var link = content.map(c -> contentLink(c, sendId, portrait, mailbox));
    var confirm = mail.kind() == Kind.CONFIRMATION ? confirmLink(sendId, portrait, address) : null;
    var ctas = ctaLinks(sendId, portrait, mailbox);
    var values = Values.of(portrait, content, link, unsubscribe, confirm, ctas);
    var envelope =
        new Envelope(
            sendId,
            portrait.now(),
            language,
            portrait.playbook().company().sender(),
            address,
            values.name(),
            unsubscribe,
            replyTo(portrait),
            LetterText.subject(mail, language, values));
    return letter(envelope, () -> LetterText.of(mail, language, values), portrait.lead());
  }

  /** A letter about a lead to our own people, in the company's first language. */
  public Letter alert(String sendId, MailText mail, Portrait portrait, String address) {
    var company = portrait.playbook().company();
    var language = company.defaultLanguage();
    var values =
        Values.ofAlert(portrait, language, publicUrl + "/console/leads/" + portrait.lead());
    var envelope =
        new Envelope(
            sendId,
            portrait.now(),
            language,
            company.sender(),
            address,
            "",
            null,
            null,
            LetterText.subject(mail, language, values));
    return letter(envelope, () -> LetterText.internal(mail, language, values), portrait.lead());
  }

  // Whose lead it is, if the name is a mailbox, else the desk of those who hand leads out.
  private static String replyTo(Portrait portrait) {
    var playbook = portrait.playbook();
    var owner = playbook.audiences().owner(portrait.profile());
    return owner
        .filter(Envelope::isMailbox)
        .or(() ->
            playbook
                .assignment()
                .of(portrait.lead(), owner, portrait.value(Field.INDUSTRY))
                .map(Assigned::to)
                .filter(Envelope::isMailbox))
        .or(() -> Optional.ofNullable(playbook.company().alertsTo()).filter(Envelope::isMailbox))
        .orElse(null);
  }

  private String confirmLink(String sendId, Portrait portrait, String address) {
    var token = confirmLinks.make(portrait.lead(), sendId, address, expiry(portrait));
    return publicUrl + "/confirm/" + token;
  }

  private static Instant expiry(Portrait portrait) {
    return portrait.now().plus(Duration.ofDays(portrait.playbook().company().linkDays()));
  }

  private Map<String, CtaLink> ctaLinks(String sendId, Portrait portrait, String mailbox) {
    var language = portrait.language();
    var all = new TreeMap<String, CtaLink>();
    for (var cta : portrait.playbook().ctas().at(Place.MAIL)) {
      var link = new Link(portrait.lead(), cta.id(), sendId, language, portrait.now(), mailbox);
      var token = ctaLinks.make(link, expiry(portrait));
      var url = publicUrl + "/go/" + cta.id() + "?at=" + Place.MAIL.word() + "&for=" + token;
      all.put(cta.id(), new CtaLink(cta.words().in(language), url));
    }
    return all;
  }

  private String contentLink(Content content, String sendId, Portrait portrait, String mailbox) {
    var link =
        new Link(
            portrait.lead(), content.id(), sendId, portrait.language(), portrait.now(), mailbox);
    var token = contentLinks.make(link, expiry(portrait));
    return publicUrl + "/c/" + token;
  }

  private Letter letter(Envelope envelope, Supplier<LetterText> text, String lead) {
    envelope.check();
    var raw = isRead ? Mime.of(envelope, text.get()).bytes() : new byte[0];
    var tags = Map.of("sendId", envelope.sendId(), "lead", lead);
    return new Letter(
        envelope.subject(), new OutgoingMail(envelope.sender(), envelope.address(), raw, tags));
  }
}
