package dev.trellis.local.surface;

import dev.trellis.core.journey.Programs;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.local.emulator.KeptMail;
import dev.trellis.nurture.mail.LetterWriter;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every mail of the playbook as a sample person would get it; none of them is sent. */
final class MailPreviews {

  private final Playbook playbook;
  private final Programs programs;
  private final LetterWriter writer;
  private final InstantSource clock;

  /**
   * @param base of Trellis' front door, to which the links lead
   */
  MailPreviews(Playbook playbook, String base, InstantSource clock) {
    this.playbook = playbook;
    this.programs = new Programs(playbook);
    // No link of a preview may open anything: they are signed with a secret of their own.
    this.writer = new LetterWriter("a secret that only previews are signed with", base);
    this.clock = clock;
  }

  /** All mails, by id. */
  List<MailText> all() {
    return playbook.mails().values().stream().sorted(Comparator.comparing(MailText::id)).toList();
  }

  /** All mails as they are seen in one language, by id. */
  Map<MailText, MailView> seen(String language) {
    var seen = new LinkedHashMap<MailText, MailView>();
    all().forEach(mail -> seen.put(mail, view(mail, language)));
    return seen;
  }

  /** One mail in one language; our own people's are in the company's. */
  Optional<MailView> one(String id, String language) {
    return Optional.ofNullable(playbook.mails().get(id)).map(mail -> view(mail, language));
  }

  private MailView view(MailText mail, String language) {
    var now = clock.instant();
    var portrait = SamplePerson.portrait(playbook, language, now);
    var company = playbook.company();
    var to = mail.kind() == Kind.INTERNAL ? alertsTo() : SamplePerson.ADDRESS;
    var letter =
        mail.kind() == Kind.INTERNAL
            ? writer.alert("preview", mail, portrait, to)
            : writer.write("preview", mail, content(mail), portrait, to);
    return MailView.of(
        new KeptMail(0, "preview", now, company.sender(), List.of(to), "preview", new TreeMap<>()),
        letter.outgoing().raw());
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
