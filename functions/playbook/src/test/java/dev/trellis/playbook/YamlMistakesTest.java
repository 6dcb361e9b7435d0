package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever cannot be read is one problem, with its line, and brings no others (R92). */
@Tag("R92")
class YamlMistakesTest {

  @TempDir private Path root;

  @BeforeEach
  void copyTheDefaultPlaybook() throws IOException {
    DefaultPlaybook.copyTo(root);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{content.title}}", "{{content.title}} today", "{{name}}, {{company}}"})
  void bracesAtTheBeginningOfASubjectWantQuotes(String subject) throws IOException {
    replace("mails/basics.zh.md", "subject: 十分钟弄懂一件事：{{content.title}}", "subject: " + subject);

    assertThat(problem()).startsWith("mails/basics.zh.md:2: ").contains("Write it in quotes");
  }

  @Test
  void bracesAtTheBeginningOfATitleWantQuotes() throws IOException {
    replace("contents.yaml", "zh: 三十天做出第一版线索评分", "zh: {{x}}");

    assertThat(problem()).matches("contents.yaml:\\d\\d+: .*Write it in quotes.*");
  }

  @Test
  void aKeyThatIsThereTwiceIsRefusedAtTheSecond() throws IOException {
    replace("journeys/probe.yaml", "version: 1\n", "version: 1\nversion: 2\n");

    assertThat(problem()).startsWith("journeys/probe.yaml:4: a second \"version\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "journeys/probe.yaml | again: | again：",
        "journeys/probe.yaml | again: never | <TAB>again: never",
        "contents.yaml | contents: | contents：",
        "contents.yaml | form: slides | <TAB>form: slides",
        "fields.yaml | kind: text | kind：text",
        "forms/newsletter.yaml | doubleOptIn: true | doubleOptIn：true",
        "pools.yaml | when: | when：",
        "playbook.yaml | company: | <TAB>company:",
        "mails/probe.en.md | subject: | <TAB>subject:",
        "mails/confirm-address.en.md | subject: | <TAB>subject:",
        "tags.yaml | name: | name: *nothing",
        "crm.yaml | sources: | sources: &it [*it]",
        "ctas.yaml | style: qr | style: <BEL>",
      })
  void aFileThatCannotBeReadIsOneProblem(String file, String what, String by) throws IOException {
    replace(file, what, by.replace("<TAB>", "\t").replace("<BEL>", "\u0007"));

    assertThat(problem()).matches("(?s)" + file + ":\\d+: is not YAML: .*");
  }

  private String problem() {
    var thrown = catchThrowableOfType(PlaybookException.class, () -> PlaybookReader.read(root));
    assertThat(thrown).as("the playbook is refused").isNotNull();
    assertThat(thrown.problems()).hasSize(1);
    return thrown.problems().getFirst().toString();
  }

  private void replace(String file, String what, String by) throws IOException {
    var text = Files.readString(root.resolve(file));
    assertThat(text).contains(what);
    Files.writeString(
        root.resolve(file),
        text.replaceFirst(
            java.util.regex.Pattern.quote(what), java.util.regex.Matcher.quoteReplacement(by)));
  }
}
