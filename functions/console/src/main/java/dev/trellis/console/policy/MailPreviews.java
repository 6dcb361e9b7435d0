package dev.trellis.console.policy;

import module java.base;

import dev.trellis.core.message.MailPreview;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;

/**
 * Every mail of the playbook as a sample person would get it.
 *
 * @param compiled folder that they were written into
 */
public record MailPreviews(Playbook playbook, Path compiled) {

  /** A mail in short. */
  public record Line(String id, Kind kind, Map<String, String> subject) {}

  /** All mails in short, by id. */
  public List<Line> lines() {
    return playbook.mails().values().stream()
        .sorted(Comparator.comparing(MailText::id))
        .map(m -> new Line(m.id(), m.kind(), m.subject().texts()))
        .toList();
  }

  /**
   * One mail.
   *
   * @param seen how it looks, by language; empty if the playbook was compiled without
   */
  public record Preview(MailText text, SequencedMap<String, MailPreview> seen) {}

  /** One mail in every language; our own people's are in the company's. */
  public Optional<Preview> one(String id) {
    return Optional.ofNullable(playbook.mails().get(id))
        .map(mail -> {
          var company = playbook.company();
          var seen = new LinkedHashMap<String, MailPreview>();
          (mail.kind() == Kind.INTERNAL ? List.of(company.defaultLanguage()) : company.languages())
              .forEach(language ->
                  MailPreview.read(compiled, id, language)
                      .ifPresent(mine -> seen.put(language, mine)));
          return new Preview(mail, seen);
        });
  }
}
