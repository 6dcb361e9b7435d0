package dev.trellis.local.surface;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.html.Stand;
import dev.trellis.console.html.Words;
import dev.trellis.console.page.MailPreviewPages;
import dev.trellis.console.view.LeadList;
import dev.trellis.console.view.MailPreviews;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Test;

/** Where a person begins, and the mails as they will be before anybody gets them. */
class StartPageTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final Words EN =
      new Words("en", ZoneId.of("Asia/Shanghai"), new Stand("/local", "", "", ""));
  private static final Words ZH =
      new Words("zh", ZoneId.of("Asia/Shanghai"), new Stand("/local", "", "", ""));

  @Test
  void everyMailIsPreviewedInBothLanguages() {
    var clock = InstantSource.fixed(NOON);
    var previews =
        new MailPreviews(PLAYBOOK, new PreviewLetters("http://localhost:8080", clock), clock);

    for (var language : List.of("zh", "en")) {
      var seen = previews.seen(language);
      assertThat(seen).hasSize(PLAYBOOK.mails().size()).hasSizeGreaterThan(5);
      assertThat(seen)
          .extracting(MailPreviews.Preview::mail)
          .allSatisfy(mail -> {
            assertThat(mail.subject()).isNotBlank().doesNotContain("{{");
            assertThat(mail.text()).isNotBlank().doesNotContain("{{");
          });
    }
    assertThat(previews.one("case", "zh").orElseThrow().mail().text()).contains("李娜");
    assertThat(previews.one("case", "en").orElseThrow().mail().text()).contains("Li Na");
    assertThat(previews.one("none", "en")).isEmpty();
    assertThat(new MailPreviewPages(ZH).html(previews.seen("zh")))
        .contains("邮件预览", "资料送达", "/local/mails/preview/case?lang=en");
  }

  @Test
  void theStartPageLeadsEverywhere() {
    var page = new StartPage(PLAYBOOK, ZH).html(NOON, List.of(), LeadList.NONE, List.of());

    assertThat(page)
        .contains("/local/leads", "/local/mails/preview", "/local/audiences", "/local/reports")
        .contains(
            "/local/scenarios",
            "/local/likeness",
            "/local/tags",
            "/local/accounts",
            "/local/titles",
            "/local/retention",
            "/local/requests")
        .contains("/local/quarantine", "/local/clock", "/local/crm")
        .contains("<code>closing-slide</code>", "还没有线索", "?lang=en")
        .containsSubsequence("1. 扫码", "2. 读", "href=\"/console\"", "4. 让", "5. 像 CRM");
  }

  @Test
  void theStartPageSaysUntilWhenQuietHoursHoldMailsBack() {
    var night = Instant.parse("2026-11-20T15:40:00Z");

    assertThat(start(EN, night))
        .contains("Mails that nobody asked for wait now, until 2026-11-23 08:00.")
        .contains("On days off and between 21:00 and 08:00");
    assertThat(start(ZH, night)).contains("要等到 2026-11-23 08:00 才发出", "21:00 至 08:00");
    assertThat(start(EN, NOON))
        .contains("On days off and between 21:00 and 08:00")
        .doesNotContain("wait now");
  }

  private static String start(Words words, Instant now) {
    return new StartPage(PLAYBOOK, words).html(now, List.of(), LeadList.NONE, List.of());
  }
}
