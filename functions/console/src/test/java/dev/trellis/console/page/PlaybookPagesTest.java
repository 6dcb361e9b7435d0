package dev.trellis.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.console.html.Stand;
import dev.trellis.console.html.Words;
import dev.trellis.console.policy.PlaybookView;
import dev.trellis.core.message.MailPreview;
import dev.trellis.core.playbook.Playbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The playbook as it is in force, where it is deployed. */
class PlaybookPagesTest {

  private static final Playbook PLAYBOOK = DefaultPlaybook.PLAYBOOK;
  private static final Stand STAND = new Stand("/console", "/playbook", "token", "mei@example.com");

  @TempDir private Path compiled;

  private PlaybookView view() {
    return new PlaybookView(PLAYBOOK, DefaultPlaybook.ROOT, compiled, "https://{host}");
  }

  private static PlaybookPages pages(String language) {
    return new PlaybookPages(PLAYBOOK, words(language));
  }

  private static Words words(String language) {
    return new Words(language, ZoneId.of("Asia/Shanghai"), STAND);
  }

  @Test
  void everyThingHasAPageThatSaysWhereItIsUsedInBothLanguages() {
    for (var language : List.of("zh", "en")) {
      for (var kind : PlaybookView.KINDS) {
        var all = view().all(kind).orElseThrow();
        for (var thing : all.things()) {
          assertThat(thing.files()).as(kind + " " + thing.id()).isNotEmpty();
          assertThat(view().one(kind, thing.id())).contains(thing);
          assertThat(pages(language).html(thing)).contains("<code>" + thing.id() + "</code>");
          assertThat(pages(language).html(all))
              .contains("/console/playbook/" + kind + "/" + thing.id());
        }
      }
    }
    assertThat(pages("en").html(view().all("letter").orElseThrow())).contains("There is none.");
    var mail = view().one("mail", "strategy").orElseThrow();
    assertThat(pages("en").html(mail))
        .contains("/console/playbook/journey/high-value", "/console/mails/preview/strategy")
        .contains("/console/playbook/source/mails/strategy.zh.md");
    assertThat(view().all("nothing")).isEmpty();
    assertThat(view().one("mail", "none")).isEmpty();
  }

  @Test
  void aFileIsShownAsItWasWrittenAndNoOtherThanThoseOfThePlaybook() {
    var file = view().file("journeys/high-value.yaml").orElseThrow();
    assertThat(pages("zh").html(new PlaybookView.Written("x.yaml", "<script>")))
        .doesNotContain("<script>");
    assertThat(file.text()).contains("high-value");
    assertThat(view().file("../template.yaml")).isEmpty();
    assertThat(view().contents().files()).contains("scoring.yaml", "forms/newsletter.yaml");
  }

  @Test
  @Tag("R97")
  void aMailIsSeenInEveryLanguageThatOfThePageFirst() throws IOException {
    for (var language : List.of("zh", "en")) {
      new MailPreview("li@example.cn", "In " + language, "text", "<head></head><b>" + language)
          .write(compiled, "case", language);
    }
    var preview = view().mails().one("case").orElseThrow();
    assertThat(new MailPreviewPages(PLAYBOOK, words("en")).html(preview))
        .contains("<h1>In en</h1>")
        .containsSubsequence("&lt;b&gt;en", "&lt;b&gt;zh")
        .contains("sandbox=", "/console/playbook/mail/case");
    var none = view().mails().one("welcome").orElseThrow();
    assertThat(new MailPreviewPages(PLAYBOOK, words("zh")).html(none)).contains("没有生成预览");
    assertThat(view().mails().one("none")).isEmpty();
  }
}
