package dev.trellis.playbook;

import dev.trellis.playbook.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * A Markdown file that starts with YAML between lines of three dashes.
 *
 * @param line where the body begins
 */
record FrontMatter(Yaml head, String body, int line) {

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
      return new FrontMatter(Yaml.parse(file, NOTHING, 1, source.problems()), text, 1);
    }
    var body = text.substring(end + 5);
    int begin = text.length() - body.stripLeading().length();
    return new FrontMatter(
        Yaml.parse(file, text.substring(4, end), 2, source.problems()),
        body.strip(),
        1 + (int) text.substring(0, begin).chars().filter(c -> c == '\n').count());
  }
}
