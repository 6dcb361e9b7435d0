package dev.trellis.local.surface;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.html.Stand;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadList;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Test;

/** Where a person begins. */
class StartPageTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final Words EN =
      new Words("en", ZoneId.of("Asia/Shanghai"), new Stand("/local", "", "", ""));
  private static final Words ZH =
      new Words("zh", ZoneId.of("Asia/Shanghai"), new Stand("/local", "", "", ""));

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
