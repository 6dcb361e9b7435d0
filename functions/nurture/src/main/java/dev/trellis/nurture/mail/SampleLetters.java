package dev.trellis.nurture.mail;

import module java.base;

import dev.trellis.core.journey.Programs;
import dev.trellis.core.journey.Step;
import dev.trellis.core.message.MailPreview;
import dev.trellis.core.message.SampleMail;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Cta.Place;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Mailer.OutgoingMail;

/** Mails of the playbook as a sample person would get them; no link opens anything. */
public final class SampleLetters {

  private static final String NOWHERE = "/preview";

  private final Playbook playbook;
  private final String base;
  private final Programs programs;

  /**
   * @param base before each link, without a slash at its end
   */
  SampleLetters(Playbook playbook, String base) {
    this.playbook = playbook;
    this.base = base;
    this.programs = new Programs(playbook);
  }

  /** How a mail looks. */
  MailPreview preview(MailText mail, String language, Instant now) {
    var alertsTo = playbook.company().alertsTo();
    var to = mail.kind() == Kind.INTERNAL && alertsTo != null ? alertsTo : SamplePerson.ADDRESS;
    var spoken = spoken(mail, language);
    var text = text(mail, content(mail), spoken, now);
    return new MailPreview(to, text.subject(), TextPart.of(text), HtmlPart.of(text, spoken));
  }

  /** The same as a test for one of our own; SES is told nothing that leads back to anybody. */
  public Letter test(SampleMail asked, MailText mail, Instant now) {
    var language = spoken(mail, asked.language());
    var content = Optional.ofNullable(asked.content()).flatMap(playbook::content);
    var text = text(mail, content.or(() -> content(mail)), language, now);
    var subject = (language.equals("zh") ? "[测试] " : "[Test] ") + text.subject();
    var sender = playbook.company().sender();
    var envelope =
        new Envelope(asked.sample(), now, language, sender, asked.to(), "", null, null, subject);
    envelope.check();
    var raw = Mime.of(envelope, text).bytes();
    return new Letter(subject, new OutgoingMail(sender, asked.to(), raw, Map.of()));
  }

  // Our own people's are in the company's language.
  private String spoken(MailText mail, String language) {
    return mail.kind() == Kind.INTERNAL ? playbook.company().defaultLanguage() : language;
  }

  private LetterText text(MailText mail, Optional<Content> content, String language, Instant now) {
    var portrait = SamplePerson.portrait(playbook, language, now);
    if (mail.kind() == Kind.INTERNAL) {
      var page = base + "/console/leads" + NOWHERE;
      return LetterText.internal(mail, language, Values.ofAlert(portrait, language, page));
    }
    var ctas = new TreeMap<String, CtaLink>();
    for (var cta : playbook.ctas().at(Place.MAIL)) {
      ctas.put(cta.id(), new CtaLink(cta.words().in(language), base + "/go" + NOWHERE));
    }
    var values =
        Values.of(
            portrait,
            content,
            content.map(_ -> base + "/c" + NOWHERE),
            base + "/u" + NOWHERE,
            mail.kind() == Kind.CONFIRMATION ? base + "/confirm" + NOWHERE : null,
            ctas);
    return LetterText.of(mail, language, values);
  }

  /** A content that some journey sends with the mail; any if none does. */
  private Optional<Content> content(MailText mail) {
    return programs.current().stream()
        .flatMap(p -> p.steps().stream())
        .flatMap(s -> s instanceof Step.Send send ? Stream.of(send) : Stream.empty())
        .filter(s -> s.mail().equals(mail.id()) && s.content() != null)
        .map(s -> fitting(s.content()))
        .flatMap(Collection::stream)
        .findFirst()
        .or(() -> playbook.contents().values().stream().findFirst());
  }

  private List<Content> fitting(ContentQuery query) {
    return query.content() == null
        ? playbook.contents().values().stream().filter(query::asksFor).toList()
        : playbook.content(query.content()).stream().toList();
  }
}
