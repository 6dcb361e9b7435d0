package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R4")
class ShowFormTest {

  private final Stand stand = new Stand();

  @Test
  void followsTheBrowsersLanguageAndLetsTheVisitorChange() {
    assertThat(page("/f/summit-deck", "zh-CN,zh;q=0.9"))
        .contains("<html lang=\"zh\">", "领取演讲资料", "href=\"?lang=en\"", ">English</a>");
    assertThat(page("/f/summit-deck", "en-GB")).contains("<html lang=\"en\">", "Get the slides");
    assertThat(page("/f/summit-deck?lang=en", "zh-CN")).contains("Get the slides", ">中文</a>");
    assertThat(page("/f/summit-deck?lang=xx", "fr")).contains("领取演讲资料");
  }

  @Test
  void everyFieldHasALabelAndWhatAPhonesKeyboardNeeds() {
    var page = page("/f/summit-deck?lang=en", "en");
    for (var question : stand.playbook.form("summit-deck").orElseThrow().questions()) {
      assertThat(page).contains("id=\"q-" + question.id() + "\"");
    }
    var ids = Pattern.compile("<(?:input|select) id=\"([^\"]+)\"").matcher(page);
    while (ids.find()) {
      assertThat(page).contains("<label", "for=\"" + ids.group(1) + "\"");
    }
    assertThat(page)
        .contains("type=\"email\" inputmode=\"email\" autocomplete=\"email\"")
        .contains("type=\"tel\" inputmode=\"tel\" autocomplete=\"tel\"")
        .contains("<fieldset", "<legend>Purchase plan")
        .contains("name=\"plan\" value=\"within-3-months\"")
        .contains("href=\"https://trellis.example/privacy\"");
  }

  @Test
  void nothingRunsOnThePageAndNothingIsLoaded() {
    var response = stand.get("/f/summit-deck");
    assertThat(Stand.text(response))
        .doesNotContain("<script", "<link rel=\"stylesheet\"", " style=");
    assertThat(response.headers().get("content-security-policy"))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("form-action 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "script-src");
    assertThat(response.headers())
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("cache-control", "no-store");
  }

  @Test
  @Tag("R5")
  void keepsTheCodeOnlyIfThePlaybookKnowsIt() {
    assertThat(page("/f/summit-deck?code=summit-talk&lang=en", "en"))
        .contains("name=\"code\" value=\"summit-talk\"", "Shanghai · October 22, 2026")
        .contains("?lang=zh&amp;code=summit-talk");
    assertThat(page("/f/summit-deck?code=\"><b>&event=x", "en"))
        .doesNotContain("name=\"code\"", "<b>", "name=\"event\"");
  }

  @Test
  void theTrapIsHiddenFromPeopleAndFromTheirScreenReaders() {
    assertThat(page("/f/summit-deck", "en"))
        .contains("aria-hidden=\"true\"><label>", "name=\"comments\" tabindex=\"-1\"");
    assertThat(page("/f/survey", "en")).contains("name=\"comments-more\" tabindex=\"-1\"");
  }

  @Test
  void knowsABrowserByACookieThatNoScriptCanRead() {
    assertThat(stand.get("/f/summit-deck").cookies())
        .singleElement()
        .asString()
        .matches(
            "trellis=[A-Za-z0-9_-]{16}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure");
    assertThat(new Stand("http://localhost:8080").get("/f/summit-deck").cookies())
        .singleElement()
        .asString()
        .doesNotContain("Secure");
    assertThat(stand.get("/f/summit-deck", "cookie", Stand.BROWSER).cookies()).isEmpty();
    assertThat(stand.get("/f/summit-deck", "cookie", "<forged>").cookies()).hasSize(1);
  }

  @Test
  void aSharedDeviceGetsNoCookie() {
    assertThat(stand.get("/f/booth").cookies()).isEmpty();
    assertThat(stand.get("/f/summit-deck?kiosk").cookies()).isEmpty();
  }

  @Test
  void pagesHostedElsewhereGetTheDefinition() {
    var response = stand.get("/f/survey", "accept", "application/json", "accept-language", "en");
    assertThat(response.headers()).containsEntry("access-control-allow-origin", "*");
    assertThat(response.cookies()).isEmpty();
    var definition = Json.parse(Stand.text(response));
    assertThat(definition).containsEntry("form", "survey").containsEntry("language", "en");
    assertThat((String) definition.get("nonce")).isNotBlank();
    assertThat(((List<?>) definition.get("questions")).getFirst())
        .isEqualTo(
            Map.of(
                "id", "topic",
                "kind", "text",
                "required", true,
                "label", "Question topic",
                "maxLength", 200));
    var preflight = stand.open("OPTIONS", "/f/survey", new byte[0]);
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.headers())
        .containsEntry("access-control-allow-origin", "*")
        .containsEntry("access-control-allow-methods", "GET, POST");
  }

  @Test
  void anUnknownFormIsNotFoundInTheVisitorsLanguage() {
    var zh = stand.get("/f/other", "accept-language", "zh");
    assertThat(zh.status()).isEqualTo(404);
    assertThat(Stand.text(zh)).contains("没有找到页面");
    var json = stand.get("/f/other", "accept", "application/json", "accept-language", "en");
    assertThat(json.status()).isEqualTo(404);
    assertThat(Json.parse(Stand.text(json))).containsOnlyKeys("error");
    assertThat(stand.get("/elsewhere").status()).isEqualTo(404);
    assertThat(stand.queue.sent()).isEmpty();
  }

  private String page(String target, String language) {
    var response = stand.get(target, "accept", "text/html", "accept-language", language);
    assertThat(response.status()).isEqualTo(200);
    return Stand.text(response);
  }
}
