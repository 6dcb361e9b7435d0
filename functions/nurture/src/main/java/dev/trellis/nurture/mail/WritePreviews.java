package dev.trellis.nurture.mail;

import module java.base;

import dev.trellis.core.journey.Programs;
import dev.trellis.core.journey.Step;
import dev.trellis.core.message.MailPreview;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Cta.Place;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookJson;
import dev.trellis.core.portrait.Portrait;

/**
 * Writes every mail of a compiled playbook as a sample person would get it, in each language; none
 * is sent, and no link opens anything.
 */
public final class WritePreviews {

  /** Always the same, so that the same playbook gives the same files. */
  private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");

  private static final String NOWHERE = "/preview";

  private final Playbook playbook;
  private final Programs programs;

  private WritePreviews(Playbook playbook) {
    this.playbook = playbook;
    this.programs = new Programs(playbook);
  }

  /** Takes the folder of the compiled playbook. */
  public static void main(String[] folder) throws IOException {
    var root = Path.of(folder[0]);
    try (var in = Files.newInputStream(root.resolve(PlaybookJson.FILE))) {
      write(PlaybookJson.read(in, root), root);
    }
  }

  /** Writes them beside the compiled playbook. */
  public static void write(Playbook playbook, Path folder) throws IOException {
    var previews = new WritePreviews(playbook);
    for (var mail : playbook.mails().values()) {
      for (var language : playbook.company().languages()) {
        previews.preview(mail, language).write(folder, mail.id(), language);
      }
    }
  }

  private MailPreview preview(MailText mail, String language) {
    return mail.kind() == Kind.INTERNAL ? alert(mail) : letter(mail, language);
  }

  private MailPreview letter(MailText mail, String language) {
    var portrait = SamplePerson.portrait(playbook, language, NOW);
    var content = content(mail);
    var ctas = new TreeMap<String, CtaLink>();
    for (var cta : playbook.ctas().at(Place.MAIL)) {
      ctas.put(cta.id(), new CtaLink(cta.words().in(language), "/go" + NOWHERE));
    }
    var values =
        Values.of(
            portrait,
            content,
            content.map(_ -> "/c" + NOWHERE),
            "/u" + NOWHERE,
            mail.kind() == Kind.CONFIRMATION ? "/confirm" + NOWHERE : null,
            ctas);
    return shown(SamplePerson.ADDRESS, LetterText.of(mail, language, values), language);
  }

  // Our own people's are in the company's language.
  private MailPreview alert(MailText mail) {
    var language = playbook.company().defaultLanguage();
    Portrait portrait = SamplePerson.portrait(playbook, language, NOW);
    var values = Values.ofAlert(portrait, language, "/console/leads" + NOWHERE);
    var to = playbook.company().alertsTo();
    return shown(
        to == null ? SamplePerson.ADDRESS : to,
        LetterText.internal(mail, language, values),
        language);
  }

  private static MailPreview shown(String to, LetterText letter, String language) {
    return new MailPreview(
        to, letter.subject(), TextPart.of(letter), HtmlPart.of(letter, language));
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
