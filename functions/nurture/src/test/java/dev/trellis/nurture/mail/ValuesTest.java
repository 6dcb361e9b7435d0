package dev.trellis.nurture.mail;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.START;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.text.Wording;
import dev.trellis.nurture.Scene;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.playbook.check.MailTemplate;
import dev.trellis.playbook.check.MailVariables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the playbook's check of mails knows and what mails are filled with is the same. */
@Tag("R92")
class ValuesTest {

  private static final Playbook PLAYBOOK =
      PlaybookReader.read(Path.of("..", "..", "infra", "playbook"));

  @ParameterizedTest
  @EnumSource
  void everyVariableHasAValueAndEveryValueAVariable(Kind kind) {
    var known = new TreeSet<>(MailVariables.ofBody(kind).names());
    if (known.remove("cta.<id>")) {
      known.add("cta.subscribe");
    }

    assertThat(flat("", values(kind).variables(UnaryOperator.identity(), UnaryOperator.identity())))
        .containsOnlyKeys(known)
        .doesNotContainValue("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theFooterUsesNoVariableThatAMailDoesNotHave(String language) throws IOException {
    try (var footer = LetterText.class.getResourceAsStream("footer." + language + ".md")) {
      var text = new String(footer.readAllBytes(), StandardCharsets.UTF_8);
      var template = MailTemplate.of(text, MailVariables.ofBody(Kind.NURTURE));

      assertThat(template.mistakes()).isEmpty();
      assertThat(template.uses())
          .extracting(MailTemplate.Use::name)
          .contains("unsubscribe", "sender.name", "sender.address")
          .doesNotContainAnyElementsOf(MailVariables.OF_CONTENT);
    }
  }

  @Test
  void whateverTheCheckAcceptsIsFilled() {
    var body =
        "{{! no trace }}{{ name }}, {{{company}}}, {{# content }}{{title}} for {{name}}"
            + "{{/content}}{{^link}}no{{/link}} {{#cta}}{{subscribe}}{{/cta}} } }}";
    assertThat(MailTemplate.of(body, MailVariables.ofBody(Kind.NURTURE)).mistakes()).isEmpty();
    var mail = new MailText("m", Kind.NURTURE, wording("Hello"), wording(body));

    var title = PLAYBOOK.content("summit-deck").orElseThrow().title().in("en");
    var text = TextPart.of(LetterText.of(mail, "en", values(Kind.NURTURE)));

    assertThat(text)
        .startsWith(
            "Lin Mei, Example, " + title + " for Lin Mei Join <https://example.com/go> } }}");
  }

  private static Values values(Kind kind) {
    var scene = new Scene();
    scene.submits(
        LEAD,
        ADDRESS,
        Map.of(
            "company", "Example",
            "title", "CTO",
            "mobile", "+8613800138000",
            "industry", "manufacturing",
            "need", "lead-scoring",
            "plan", "no-plan"),
        true);
    scene.happens(LEAD, new ContentRead("summit-deck", 1, 60, "s"));
    scene.happens(
        LEAD,
        new CallRecorded(
            "sales-7", "callback", new TreeMap<>(), null, START.plus(Duration.ofDays(1))));
    var profile = scene.leads.find(LEAD).orElseThrow().profile();
    var portrait = Portrait.of(LEAD, profile, PLAYBOOK, START);
    return kind == Kind.INTERNAL
        ? Values.ofAlert(portrait, "en", "https://example.com/lead")
        : Values.of(
            portrait,
            PLAYBOOK.content("summit-deck"),
            Optional.of("https://example.com/c"),
            "https://example.com/u",
            kind == Kind.CONFIRMATION ? "https://example.com/confirm" : null,
            Map.of("subscribe", new CtaLink("Join", "https://example.com/go")));
  }

  private static Map<String, Object> flat(String above, Map<?, ?> values) {
    var flat = new TreeMap<String, Object>();
    values.forEach((name, value) -> {
      if (value instanceof Map<?, ?> group) {
        flat.putAll(flat(above + name + ".", group));
      } else {
        flat.put(above + name, value);
      }
    });
    return flat;
  }

  private static Wording wording(String text) {
    return new Wording(new TreeMap<>(Map.of("en", text)));
  }
}
