package dev.trellis.local.surface;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.html.Labels;
import dev.trellis.local.LocalTrellis;
import dev.trellis.local.Options;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageRoutesTest {

  private static final Path TEMPLATE = Path.of("../../infra/template.yaml");
  private static final List<String> LISTS =
      List.of(
          "leads",
          "mails",
          "mails/preview",
          "journeys",
          "audiences",
          "reports",
          "readers",
          "ctas",
          "scenarios",
          "playbook",
          "forms",
          "tags",
          "accounts",
          "titles",
          "twins",
          "returns",
          "quarantine",
          "clock",
          "crm");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aBrowserGetsPagesInItsLanguageAndAProgramGetsJson(@TempDir Path state) throws Exception {
    var options = Options.of(TEMPLATE, state).standingAt(Instant.parse("2026-10-22T01:00:00Z"));
    try (var trellis = LocalTrellis.start(options)) {
      var url = trellis.url();
      for (var list : LISTS) {
        var path = "/local/" + list;
        assertThat(get(url + path, "text/html").body())
            .as(path)
            .contains("<h1>" + Labels.in("zh").find("page/" + list).orElseThrow() + "</h1>");
        assertThat(get(url + path + "?lang=en", "text/html").body())
            .contains("<h1>" + Labels.in("en").find("page/" + list).orElseThrow() + "</h1>");
        assertThat(get(url + path, "*/*").body()).as(path).matches("(?s)[\\[{].*");
      }
      var english = get(url + "/?lang=en", "text/html");
      var ways =
          Pattern.compile("<nav id=\"menu\".*?</nav>", Pattern.DOTALL).matcher(english.body());
      assertThat(ways.find()).isTrue();
      assertThat(Pattern.compile("href=\"([^\"]+)\"").matcher(ways.group()).results())
          .hasSizeGreaterThan(20)
          .allSatisfy(way ->
              assertThat(get(url + way.group(1), "text/html").statusCode())
                  .as(way.group(1))
                  .isEqualTo(200));
      assertThat(english.headers().firstValue("set-cookie").orElseThrow())
          .startsWith("surface-language=en;");
      assertThat(get(url + "/local/mails/preview/case?lang=en", "text/html").body())
          .contains("Li Na", "sandbox=");
      assertThat(get(url + "/local/mails/preview/none", "text/html").statusCode()).isEqualTo(404);

      get(url + "/q/summit-talk", "text/html");
      get(url + "/local/idle", "*/*");
      var leads = get(url + "/local/leads", "*/*").body();
      var start = leads.indexOf("\"id\":\"") + 6;
      var lead = leads.substring(start, leads.indexOf('"', start));
      assertThat(get(url + "/local/leads/" + lead, "text/html").body())
          .contains("<h1>匿名访客</h1>", "扫描二维码", "匿名流量池");
      assertThat(get(url + "/local/leads/none", "text/html").statusCode()).isEqualTo(404);
    }
  }

  private HttpResponse<String> get(String url, String accept)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Accept", accept)
            .header("Accept-Language", "zh")
            .header("User-Agent", "Mozilla/5.0 AppleWebKit/605.1.15")
            .build(),
        BodyHandlers.ofString());
  }
}
