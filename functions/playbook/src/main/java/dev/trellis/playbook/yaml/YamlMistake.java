package dev.trellis.playbook.yaml;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Why a text cannot be read as YAML (R92).
 *
 * @param line counted from the text's first, which is 0
 */
record YamlMistake(int line, String what, String remedy) {

  static final String QUOTES = "Write it in quotes, such as \"{{name}}\"";

  private static final Pattern BRACES = Pattern.compile("(^|[:-]\\s+)\\{\\{");

  static YamlMistake of(YamlEngineException thrown, String text) {
    int line =
        switch (thrown) {
          case MarkedYamlEngineException marked ->
              marked.getProblemMark().map(Mark::getLine).orElse(0);
          case ReaderException unreadable ->
              (int)
                  text.codePoints()
                      .limit(unreadable.getPosition())
                      .filter(character -> character == '\n')
                      .count();
          default -> 0;
        };
    var what =
        switch (thrown) {
          case MarkedYamlEngineException marked -> marked.getProblem();
          case ReaderException unreadable -> "a character that no text has";
          default -> thrown.getMessage();
        };
    return new YamlMistake(line, what, remedy(text.lines().skip(line).findFirst().orElse("")));
  }

  private static String remedy(String line) {
    if (BRACES.matcher(line).find()) {
      return QUOTES;
    }
    return line.contains("\t")
        ? "Indent with spaces, not with tabs"
        : "Check indent, quotes and colons: half-width, with a space behind";
  }
}
