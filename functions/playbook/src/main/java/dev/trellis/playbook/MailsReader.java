package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.check.MailTemplate;
import dev.trellis.playbook.check.MailVariables;
import dev.trellis.playbook.yaml.Problem;

/** Reads the mails: one is a file per language, {@code mails/<id>.<language>.md}. */
final class MailsReader {

  private static final String FOLDER = "mails";
  private static final String ENDING = ".md";

  private final Source source;
  private final Map<String, TreeMap<String, FrontMatter>> byId = new TreeMap<>();

  private MailsReader(Source source) {
    this.source = source;
  }

  static Map<String, MailText> read(Source source) {
    var reader = new MailsReader(source);
    source.list(FOLDER, ENDING).forEach(reader::read);
    var mails = new LinkedHashMap<String, MailText>();
    reader.byId.forEach((id, texts) -> mails.put(id, reader.mail(id, texts)));
    return mails;
  }

  private void read(String file) {
    var name = file.substring(FOLDER.length() + 1, file.length() - ENDING.length());
    int dot = name.lastIndexOf('.');
    var language = dot < 0 ? "" : name.substring(dot + 1);
    if (!source.languages().contains(language)) {
      source.problem(file, "the name says no language", "Name it <id>.<language>.md");
      return;
    }
    var matter = FrontMatter.read(source, file);
    source.places().put("mail " + name, matter.head().at().at(matter.line()));
    byId.computeIfAbsent(name.substring(0, dot), _ -> new TreeMap<>()).put(language, matter);
  }

  private MailText mail(String id, TreeMap<String, FrontMatter> texts) {
    for (var language : source.languages()) {
      if (!texts.containsKey(language)) {
        source.problem(
            file(id, language),
            "the mail \"" + id + "\" is not written in \"" + language + "\"",
            "Add this file");
      }
    }
    var subjects = new TreeMap<String, String>();
    var bodies = new TreeMap<String, String>();
    texts.forEach((language, matter) -> {
      subjects.put(language, matter.head().subject());
      bodies.put(language, matter.body());
    });
    var kind = kind(texts);
    texts.forEach((language, matter) -> variables(file(id, language), kind, matter));
    if (kind == Kind.CONFIRMATION) {
      texts.forEach((language, matter) -> needsLink(id, language, matter.body()));
    }
    return new MailText(id, kind, new Wording(subjects), new Wording(bodies));
  }

  private void needsLink(String id, String language, String body) {
    if (!body.contains("{{confirm}}")) {
      source.problem(
          file(id, language),
          "asks for a confirmation and has no link to give it",
          "Add a link such as [Yes, that is me]({{confirm}})");
    }
  }

  // What is misspelt would leave a hole, or keep the mail from being written.
  private void variables(String file, Kind kind, FrontMatter matter) {
    var ofSubject = MailVariables.ofSubject(kind);
    MailTemplate.of(matter.head().subject(), ofSubject)
        .mistakes()
        .forEach(m ->
            matter
                .head()
                .at()
                .get("subject")
                .problem(m.what(), remedy("subject", kind, ofSubject)));
    var ofBody = MailVariables.ofBody(kind);
    MailTemplate.of(matter.body(), ofBody).mistakes().stream()
        .map(m ->
            new Problem(file, matter.line() + m.line(), m.what(), remedy("body", kind, ofBody)))
        .forEach(source.problems()::add);
  }

  private static String remedy(String part, Kind kind, MailVariables variables) {
    var names = variables.names().stream().map(n -> "{{" + n + "}}").toList();
    return "In the %s of a mail of kind %s there are: %s"
        .formatted(part, kind.name().toLowerCase(Locale.ROOT), String.join(" ", names));
  }

  private static String file(String id, String language) {
    return FOLDER + "/" + id + "." + language + ENDING;
  }

  // What a mail is for is no matter of language: the first file that says so decides.
  private static Kind kind(TreeMap<String, FrontMatter> texts) {
    var heads = texts.values().stream().map(FrontMatter::head).toList();
    var kind =
        heads.stream().flatMap(head -> head.kind().stream()).findFirst().orElse(Kind.NURTURE);
    heads.stream()
        .filter(head -> head.kind().filter(other -> other != kind).isPresent())
        .forEach(head ->
            head.at()
                .get("kind")
                .problem("another kind than in the other languages", "Write the same kind in all"));
    return kind;
  }
}
