package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.journey.Programs;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;

/** Every mail of the playbook as a sample person would get it; none of them is sent. */
public final class MailPreviews {

  private final Playbook playbook;
  private final Letters letters;
  private final Programs programs;
  private final InstantSource clock;

  public MailPreviews(Playbook playbook, Letters letters, InstantSource clock) {
    this.playbook = playbook;
    this.letters = letters;
    this.programs = new Programs(playbook);
    this.clock = clock;
  }

  /** A mail in short. */
  public record Line(String id, Kind kind, Map<String, String> subject) {}

  /** All mails in short, by id. */
  public List<Line> lines() {
    return all().stream().map(m -> new Line(m.id(), m.kind(), m.subject().texts())).toList();
  }

  /** All mails, by id. */
  private List<MailText> all() {
    return playbook.mails().values().stream().sorted(Comparator.comparing(MailText::id)).toList();
  }

  /** A mail, and how it looks. */
  public record Preview(MailText text, MailView mail) {}

  /** All mails as they are seen in one language, by id. */
  public List<Preview> seen(String language) {
    return all().stream().map(mail -> view(mail, language)).toList();
  }

  /** One mail in one language; our own people's are in the company's. */
  public Optional<Preview> one(String id, String language) {
    return Optional.ofNullable(playbook.mails().get(id)).map(mail -> view(mail, language));
  }

  private Preview view(MailText mail, String language) {
    var portrait = SamplePerson.portrait(playbook, language, clock.instant());
    return new Preview(
        mail,
        mail.kind() == Kind.INTERNAL
            ? letters.write(mail, Optional.empty(), portrait, alertsTo())
            : letters.write(mail, content(mail), portrait, SamplePerson.ADDRESS));
  }

  private String alertsTo() {
    var to = playbook.company().alertsTo();
    return to == null ? SamplePerson.ADDRESS : to;
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
