package dev.trellis.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.console.html.Stand;
import dev.trellis.console.html.Words;
import dev.trellis.console.policy.PlaybookView;
import dev.trellis.console.policy.WaysIn;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Request;
import dev.trellis.core.port.WayIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forms, codes and calls to action where Trellis is deployed. */
class WaysInPagesTest {

  private static final WaysIn WAYS = ways();

  private static WaysIn ways() {
    var root = DefaultPlaybook.ROOT;
    var view = new PlaybookView(DefaultPlaybook.PLAYBOOK, root, root, "https://{host}");
    var request =
        new Request(
            "GET",
            "/console/forms",
            Map.of(),
            Map.of(),
            Map.of("host", "t.example"),
            Map.of(),
            new byte[0],
            "");
    var day = LocalDate.parse("2026-11-20");
    var counts =
        WayIn.Counts.NONE
            .plus(new WayIn("form:newsletter", day.minusDays(300)))
            .plus(new WayIn("form:newsletter", day))
            .plus(new WayIn("code:summit-talk", day))
            .plus(new WayIn("cta:subscribe", day))
            .plus(new WayIn("cta:subscribe", day.plusDays(1)))
            .since(day.minusDays(29));
    return view.waysIn(new Visit(request, Entrance.NOBODY, "/console", "token"), counts);
  }

  private static WaysInPages pages(String language) {
    var stand = new Stand("/console", "/forms", "token", "mei@example.com");
    return new WaysInPages(
        DefaultPlaybook.PLAYBOOK, new Words(language, ZoneId.of("Asia/Shanghai"), stand));
  }

  @Test
  @Tag("R97")
  void eachHasItsAddressAndACodeItsPicturesToPrint() {
    for (var language : List.of("zh", "en")) {
      assertThat(pages(language).html(WAYS))
          .contains("https://t.example/f/newsletter", "https://t.example/go/subscribe?at=site")
          .contains("src=\"/q/summit-talk.svg\"", "<a href=\"/q/summit-talk.png\" download>")
          .contains("/console/forms/newsletter", "/console/playbook/content/");
    }
  }

  @Test
  @Tag("R10")
  void eachSaysHowOftenItWasTakenInAllAndByDay() {
    assertThat(WAYS.form("newsletter").orElseThrow().taken())
        .isEqualTo(
            new WaysIn.Taken(2, 1, new TreeMap<>(Map.of(LocalDate.parse("2026-11-20"), 1L))));
    assertThat(pages("zh").html(WAYS))
        .contains("扫码 1 次，近 30 天 1 次", "2026-11-21", "按 Asia/Shanghai 的日期")
        .containsPattern("提交次数\" class=\"number\"><div>2</div>")
        .containsPattern("点击\" class=\"number\"><div>2</div>");
    assertThat(pages("en").html(WAYS)).contains("1 scans, 1 in the last 30 days");
  }

  @Test
  void aFormIsPutElsewhereByAPieceOfHtmlThatAsksForIt() {
    var form = WAYS.form("newsletter").orElseThrow();
    assertThat(pages("en").html(form))
        .contains("&lt;div id=&quot;trellis-newsletter&quot;&gt;")
        .contains("const address = &quot;https://t.example/f/newsletter&quot;;")
        .doesNotContain("{form}", "{address}", "<script>");
    assertThat(WAYS.form("none")).isEmpty();
  }
}
