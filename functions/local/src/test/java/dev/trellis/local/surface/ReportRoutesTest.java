package dev.trellis.local.surface;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.local.LocalTrellis;
import dev.trellis.local.Options;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportRoutesTest {

  private static final Path TEMPLATE = Path.of("../../infra/template.yaml");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  @Tag("R11")
  @Tag("R50")
  @Tag("R73")
  void aScanShowsInReportsMapsAndAudiences(@TempDir Path state) throws Exception {
    var options = Options.of(TEMPLATE, state).standingAt(Instant.parse("2026-10-22T01:00:00Z"));
    try (var trellis = LocalTrellis.start(options)) {
      var url = trellis.url();
      assertThat(get(url + "/q/summit-talk", "text/html").statusCode()).isLessThan(400);
      get(url + "/local/idle", "*/*");

      var report = get(url + "/local/reports", "*/*").body();
      assertThat(report)
          .contains("\"people\":1")
          .contains("\"event\":{\"people\":1,\"visits\":1,\"reached\":")
          .contains("\"contacts\":0");
      assertThat(get(url + "/local/reports", "text/html").body()).contains("<h1>报表</h1>", "活动");
      assertThat(get(url + "/local/reports?days=soon", "*/*").statusCode()).isEqualTo(422);

      assertThat(get(url + "/local/scenarios", "*/*").body())
          .contains("\"kind\":\"entry\",\"taken\":1,\"standing\":1");
      assertThat(get(url + "/local/scenarios", "text/html").body()).contains("现场扫码或签到");

      assertThat(get(url + "/local/likeness", "*/*").body())
          .contains("\"won\":0,\"lost\":0,\"open\":1", "\"on\":false", "\"needs\"");
      assertThat(get(url + "/local/likeness", "text/html").body()).contains("预测尚未开启");

      assertThat(get(url + "/local/audiences", "*/*").body())
          .contains("\"id\":\"finance-shanghai\"", "\"people\":0");
      assertThat(get(url + "/local/audiences/upgrade", "*/*").body()).contains("\"members\":[]");
      var table = get(url + "/local/audiences/upgrade.csv", "*/*");
      assertThat(table.body()).startsWith("\uFEFF线索,");
      assertThat(table.headers().firstValue("content-type")).hasValue("text/csv; charset=utf-8");
      assertThat(get(url + "/local/audiences/none", "*/*").statusCode()).isEqualTo(404);

      var leads = get(url + "/local/leads", "*/*").body();
      var start = leads.indexOf("\"id\":\"") + 6;
      var id = leads.substring(start, leads.indexOf('"', start));
      assertThat(get(url + "/local/leads/" + id, "*/*").body())
          .contains("\"becauseText\":{\"zh\":[\"阶段「流量」：")
          .contains("\"current\":{\"id\":\"scan\"");
    }
  }

  private HttpResponse<String> get(String url, String accept) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Accept", accept)
            .header("Accept-Language", "zh")
            .header("User-Agent", "Mozilla/5.0 AppleWebKit/605.1.15")
            .build(),
        BodyHandlers.ofString());
  }
}
