package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.MailText;
import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.yaml.Yaml;

/**
 * A Markdown file that starts with YAML between lines of three dashes.
 *
 * @param line where the body begins
 */
record FrontMatter(Head head, String body, int line) {

  /** What the YAML says. */
  record Head(Yaml at, String subject, Optional<MailText.Kind> kind) implements Grammar {}

  private static final String NOTHING = "subject: x";

  static FrontMatter read(Source source, String file) {
    String text;
    try {
      text = Files.readString(source.root().resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      source.problem(file, "cannot be read", "Save it as UTF-8");
      text = "---\n" + NOTHING + "\n---\n";
    }
    int end = text.indexOf("\n---\n", 3);
    if (!text.startsWith("---\n") || end < 0) {
      source.problem(
          file,
          "has no front matter",
          "Start it with a line \"---\", then \"subject: …\", then \"---\"");
      return new FrontMatter(head(source, file, NOTHING, 1), text, 1);
    }
    var body = text.substring(end + 5);
    int begin = text.length() - body.stripLeading().length();
    return new FrontMatter(
        head(source, file, text.substring(4, end), 2),
        body.strip(),
        1 + (int) text.substring(0, begin).chars().filter(c -> c == '\n').count());
  }

  private static Head head(Source source, String file, String yaml, int line) {
    return source.read(Yaml.parse(file, yaml, line, source.problems()), Head.class);
  }
}
