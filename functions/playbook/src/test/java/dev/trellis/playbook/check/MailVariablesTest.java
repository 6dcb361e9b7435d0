package dev.trellis.playbook.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.playbook.PlaybookException;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.playbook.yaml.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail with a hole, or one that cannot be written, is refused before anybody gets it. */
@Tag("R92")
class MailVariablesTest {

  @TempDir private Path root;

  @BeforeEach
  void copyTheDefaultPlaybook() throws IOException {
    DefaultPlaybook.copyTo(root);
  }

  @ParameterizedTest
  @CsvSource({
    "nurture, Hello {{nmae}}, uses {{nmae}}",
    "nurture, [Read]({{ lnk }}), uses {{lnk}}",
    "nurture, {{content.titel}}, uses {{content.titel}}",
    "nurture, {{{lnk}}}, uses {{lnk}}",
    "nurture, {{&lnk}}, uses {{lnk}}",
    "nurture, {{姓名}}, uses {{姓名}}",
    "nurture, {{content}}, uses {{content}}",
    "nurture, {{#nmae}}Hi{{/nmae}}, uses {{nmae}}",
    "nurture, {{^nmae}}Hi{{/nmae}}, uses {{nmae}}",
    "nurture, {{#content}}{{titel}}{{/content}}, uses {{titel}}",
    "nurture, {{^content}}{{title}}{{/content}}, uses {{title}}",
    "nurture, {{confirm}}, uses {{confirm}}",
    "nurture, {{lead.why}}, uses {{lead.why}}",
    "delivery, {{confirm}}, uses {{confirm}}",
    "internal, {{unsubscribe}}, uses {{unsubscribe}}",
    "internal, {{link}}, uses {{link}}",
    "internal, {{cta.subscribe}}, uses {{cta.subscribe}}",
    "internal, {{lead.name}}, uses {{lead.name}}",
    "nurture, {{#name}}Hi, {{#name}} is never closed",
    "nurture, Hi{{/name}}, {{/name}} closes what is not open",
    "nurture, {{#name}}{{#company}}{{/name}}{{/company}}, {{/name}} closes what is not open",
    "nurture, Hello {{name}, begins no variable",
    "nurture, Hello {{first name}}, begins no variable",
    "nurture, {{>footer}}, begins no variable",
    "nurture, {{=<% %>=}}, begins no variable"
  })
  void aMistakeIsToldWithItsLineAndTheVariablesThatThereAre(String kind, String body, String what)
      throws IOException {
    write("Hello", kind, "First line\n\n" + body + "\nLast line");

    var problems = problems();
    assertThat(problems)
        .isNotEmpty()
        .allSatisfy(problem -> {
          assertThat(problem.file()).isEqualTo("mails/mine.en.md");
          assertThat(problem.line()).isEqualTo(8);
          assertThat(problem.remedy())
              .contains("kind " + kind + " there are: ")
              .contains(kind.equals("internal") ? "{{lead.why}}" : "{{cta.<id>}}");
        });
    assertThat(problems.getFirst().what()).contains(what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{nmae}}", "{{link}}", "{{unsubscribe}}", "{{cta.subscribe}}"})
  void aSubjectHasNoLinksAndNoOtherVariables(String subject) throws IOException {
    write(subject, "nurture", "Hello");

    assertThat(problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.toString()).startsWith("mails/mine.en.md:2: uses " + subject);
          assertThat(problem.remedy()).contains("{{content.title}}").doesNotContain("{{link}}");
        });
  }

  @Test
  void whatAMailOfItsKindHasMayBeUsedInEveryForm() throws IOException {
    write(
        "{{#name}}{{name}}, {{/name}}{{content.title}}",
        "nurture",
        "{{! for later }}{{ name }}{{{company}}}{{&consented}}{{# content }}{{title}}: {{summary}}"
            + "{{name}}{{/content}}{{^link}}-{{/link}}{{#cta}}{{subscribe}}{{/cta}} } }} {");

    assertThat(PlaybookReader.read(root).mails()).containsKey("mine");
  }

  @Test
  @Tag("R10")
  void aCallToActionInASectionIsLookedUpAsWell() throws IOException {
    write("Hello", "nurture", "{{#cta}}{{nothing}}{{/cta}}");

    assertThat(problems())
        .extracting(Problem::what)
        .containsExactly("names the CTA \"nothing\", which does not exist");
  }

  @Test
  void onlyWhatIsShownWithoutAContentNeedsOne() {
    assertThat(needed("{{link}}")).containsExactly("link");
    assertThat(needed("{{^content}}{{content.title}}{{/content}}"))
        .containsExactly("content.title");
    assertThat(needed("{{#name}}{{content.summary}}{{/name}}")).containsExactly("content.summary");
    assertThat(needed("{{#content}}{{title}} {{link}}{{/content}}")).isEmpty();
    assertThat(needed("{{#link}}[Read]({{link}}){{/link}} {{name}}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh.md"})
  void theReadmeNamesThemAll(String name) throws IOException {
    var readme = Files.readString(Path.of("../../infra/playbook", name));

    assertThat(Stream.of(Kind.values()).flatMap(k -> MailVariables.ofBody(k).names().stream()))
        .allSatisfy(variable -> assertThat(readme).contains("`{{" + variable + "}}`"));
  }

  private static List<String> needed(String text) {
    return MailTemplate.of(text, MailVariables.ofBody(Kind.NURTURE)).needingContent().stream()
        .toList();
  }

  private void write(String subject, String kind, String body) throws IOException {
    var head = "---\nsubject: \"" + subject + "\"\nkind: " + kind + "\n---\n\n";
    Files.writeString(root.resolve("mails/mine.en.md"), head + body + "\n");
    Files.writeString(
        root.resolve("mails/mine.zh.md"), "---\nsubject: 您好\nkind: " + kind + "\n---\n您好\n");
  }

  private List<Problem> problems() {
    var thrown = catchThrowableOfType(PlaybookException.class, () -> PlaybookReader.read(root));
    assertThat(thrown).as("the playbook should be refused").isNotNull();
    return thrown.problems();
  }
}
