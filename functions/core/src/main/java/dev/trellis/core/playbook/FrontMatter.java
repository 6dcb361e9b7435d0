package dev.trellis.core.playbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** A Markdown file that starts with YAML between lines of three dashes. */
record FrontMatter(Yaml head, String body) {

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
      return new FrontMatter(Yaml.parse(file, NOTHING, 1, source.problems()), text);
    }
    return new FrontMatter(
        Yaml.parse(file, text.substring(4, end), 2, source.problems()),
        text.substring(end + 5).strip());
  }
}
