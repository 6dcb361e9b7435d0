package dev.trellis.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;
import module java.net.http;

import dev.trellis.console.visit.Role;
import dev.trellis.core.json.Json;
import dev.trellis.local.LocalTrellis;
import dev.trellis.local.Options;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console that is deployed, on this machine, as somebody of each role sees it. */
@Tag("R97")
class ConsoleAccessTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @TempDir private static Path state;
  private static LocalTrellis trellis;

  @BeforeAll
  static void start() throws IOException {
    var options =
        Options.of(Path.of("../../infra/template.yaml"), state)
            .standingAt(Instant.parse("2026-10-22T01:00:00Z"));
    trellis = LocalTrellis.start(options);
  }

  @AfterAll
  static void stop() {
    trellis.close();
  }

  /** Somebody who is signed in. */
  private record Person(String cookie, String token) {

    HttpResponse<String> get(String path, String accept) {
      return ask(HttpRequest.newBuilder().header("accept", accept).GET(), path);
    }

    HttpResponse<String> post(String path, String body) {
      return ask(
          HttpRequest.newBuilder()
              .header("content-type", "application/json")
              .header("accept", "application/json")
              .header("x-csrf-token", token)
              .POST(HttpRequest.BodyPublishers.ofString(body)),
          path);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request, String path) {
      return send(request.header("cookie", cookie).uri(URI.create(trellis.url() + path)));
    }
  }

  private static Person as(Role role) {
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(trellis.url() + "/local/sign-in"))
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        Json.compose(Map.of("role", role.name().toLowerCase(Locale.ROOT))))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var said = Json.parse(answer.body());
    return new Person(said.get("cookie").toString(), said.get("csrf").toString());
  }

  @Test
  void theIssuerOfThisMachineLetsEachRoleIn() {
    for (var role : Role.values()) {
      var home = Json.parse(as(role).get("/console", "application/json").body());
      assertThat(home).containsEntry("role", role.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void aBrowserWithoutASessionIsSentToSignInAndBackToItsPage() {
    var page = get("/console/leads?pool=mil", "text/html", "");
    assertThat(page.statusCode()).isEqualTo(303);
    var begun = get(location(page), "text/html", "");
    var away = cookie(begun);
    var choice =
        send(HttpRequest.newBuilder(URI.create(location(begun))).header("accept-language", "zh"));
    assertThat(choice.body()).contains("管理员", "查看者");
    var code = send(HttpRequest.newBuilder(URI.create(location(begun) + "&role=viewer"))).headers();
    var in = get(URI.create(code.firstValue("location").orElseThrow()), away);
    assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
    assertThat(location(in)).isEqualTo("/console/leads?pool=mil");
    var list = get(location(in), "text/html", cookie(in));
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).contains("action=\"/console/leads\"", "name=\"csrf\"");
    assertThat(list.body()).doesNotContain("\"/local/");
  }

  @Test
  void whatALeadIsToldIsDoneByWhoeverIsSignedInAndMay() throws Exception {
    get("/q/summit-talk", "text/html", "");
    trellis.awaitIdle();
    var viewer = as(Role.VIEWER);
    var sales = as(Role.SALES);
    var leads = Json.parse("{\"all\":" + viewer.get("/console/leads", "*/*").body() + "}");
    var lead = ((Map<?, ?>) ((List<?>) leads.get("all")).getFirst()).get("id").toString();
    var values = "{\"reason\": \"asked\", \"values\": {\"name\": \"Mei Lin\"}}";
    var deed = "/console/leads/" + lead + "/values";

    assertThat(viewer.post(deed, values).statusCode()).isEqualTo(403);
    assertThat(new Person(sales.cookie(), "").post(deed, values).statusCode()).isEqualTo(403);
    assertThat(sales.post("/console/leads/none/values", values).statusCode()).isEqualTo(404);
    assertThat(sales.post(deed, values).statusCode()).isEqualTo(202);
    trellis.awaitIdle();
    assertThat(viewer.get("/console/leads/" + lead + "?lang=en", "text/html").body())
        .contains("Mei Lin", "sales");
    assertThat(viewer.get("/console/leads/" + lead + "/export", "*/*").statusCode()).isEqualTo(403);
    assertThat(as(Role.ADMIN).get("/console/leads/" + lead + "/export", "*/*").body())
        .contains("Mei Lin");
  }

  @Test
  void anAdminStopsAllMailAndItIsSeenWhoDidIt() throws Exception {
    var admin = as(Role.ADMIN);
    assertThat(as(Role.MARKETER).post("/console/operations/mail/pause", "").statusCode())
        .isEqualTo(403);
    assertThat(admin.post("/console/operations/mail/pause", "").statusCode()).isEqualTo(202);
    trellis.awaitIdle();
    var stopped = json(admin.get("/console/operations", "*/*"));
    assertThat(stopped.get("sending").toString()).contains("reason=stopped-by-hand");
    assertThat(stopped.get("queues").toString())
        .contains("name=lead-events", "name=mail-feedback", "deadLetters=0");
    assertThat(admin.get("/console/operations?lang=en", "text/html").body())
        .contains("somebody stopped all mail", "/console/operations/mail/resume");

    trellis.advance(Duration.ofMinutes(1)); // what is done in one instant has no order
    assertThat(admin.post("/console/operations/mail/resume", "").statusCode()).isEqualTo(202);
    trellis.awaitIdle();
    trellis.advance(Duration.ofMinutes(3));
    var deeds = admin.get("/console/audit", "*/*").body();
    assertThat(deeds)
        .containsSubsequence("POST /operations/mail/resume", "POST /operations/mail/pause");
    assertThat(admin.get("/console/audit?actor=nobody", "*/*").body()).isEqualTo("[]");
    assertThat(as(Role.MARKETER).get("/console/audit", "*/*").statusCode()).isEqualTo(403);
  }

  @Test
  void whetherAnAddressGetsMailIsLookedUpByTheAddress() {
    var marketer = as(Role.MARKETER);
    var answer = json(marketer.get("/console/suppressions?address=li%40example.com", "*/*"));
    assertThat(answer).containsEntry("address", "li@example.com").doesNotContainKey("reason");
    assertThat(marketer.get("/console/mails/unknown", "*/*").body()).isEqualTo("[]");
    var release = "/console/suppressions/release/works-again";
    var address = "{\"address\":\"li@example.com\"}";
    assertThat(marketer.post(release, address).statusCode()).isEqualTo(403);
    assertThat(as(Role.ADMIN).post(release, address).statusCode()).isEqualTo(404);
  }

  private static Map<String, Object> json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.parse(answer.body());
  }

  @Test
  void afterSigningOutTheSessionIsWorthNothing() {
    var sales = as(Role.SALES);
    assertThat(sales.get("/console/leads", "*/*").statusCode()).isEqualTo(200);
    assertThat(sales.post("/console/sign-out", "").statusCode()).isEqualTo(303);
    assertThat(sales.get("/console/leads", "application/json").statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> get(String path, String accept, String cookie) {
    var request =
        HttpRequest.newBuilder(URI.create(trellis.url() + path))
            .header("accept", accept)
            .header("user-agent", "Mozilla/5.0 AppleWebKit/605.1.15");
    return send(cookie.isEmpty() ? request : request.header("cookie", cookie));
  }

  private static HttpResponse<String> get(URI at, String cookie) {
    return send(HttpRequest.newBuilder(at).header("cookie", cookie));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("location").orElseThrow();
  }

  private static String cookie(HttpResponse<?> answer) {
    return answer.headers().allValues("set-cookie").stream()
        .filter(cookie -> !cookie.endsWith("Max-Age=0"))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }
}
