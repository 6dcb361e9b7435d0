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
    return view.waysIn(new Visit(request, Entrance.NOBODY, "/console", "token"));
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
  void aFormIsPutElsewhereByAPieceOfHtmlThatAsksForIt() {
    var form = WAYS.form("newsletter").orElseThrow();
    assertThat(pages("en").html(form))
        .contains("&lt;div id=&quot;trellis-newsletter&quot;&gt;")
        .contains("const address = &quot;https://t.example/f/newsletter&quot;;")
        .doesNotContain("{form}", "{address}", "<script>");
    assertThat(WAYS.form("none")).isEmpty();
  }
}
