package dev.trellis.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;
import dev.trellis.core.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardTest {

  private final Door door = new Door();
  private final Browser browser = door.browser();

  @ParameterizedTest
  @EnumSource
  void whoeverHasARoleMayDoWhatItAndThoseBeforeItMay(Role role) {
    door.claims = new Issuer.Claims("m-1", "mei@example.com", Optional.of(role), "mei@example.com");
    door.signIn(browser);
    var token = Door.token(browser);
    for (var needed : Role.values()) {
      var page = "/console/" + needed.name().toLowerCase(Locale.ROOT);
      var expected = role.compareTo(needed) >= 0 ? 200 : 403;
      assertThat(browser.get(page).status()).as(page).isEqualTo(expected);
      assertThat(browser.post(page, "csrf=" + token).status()).as(page).isEqualTo(expected);
    }
  }

  @Test
  void aFormThatIsSentAgainIsAnsweredAsBeforeAndOpensNoDoor() {
    door.signIn(browser);
    var body = "csrf=" + Door.token(browser) + "&once=abc";
    var asked = new ArrayList<Response>();
    var deed =
        door.guard.route(
            Entrance.deed(
                Role.SALES,
                "/count",
                visit -> {
                  asked.add(Response.text(200, visit.form().orElseThrow() + asked.size()));
                  return asked.getLast();
                }));
    var other = new Browser(request -> deed.answer(request).orElseThrow());
    other.cookies().putAll(browser.cookies());
    var first = Door.text(other.post("/console/count", body));
    assertThat(Door.text(other.post("/console/count", body))).isEqualTo(first);
    assertThat(asked).hasSize(1);
    assertThat(Door.text(other.post("/console/count", body + "&note=more"))).isNotEqualTo(first);
    assertThat(asked).hasSize(2);

    var mark = first.substring(0, first.length() - 1);
    browser.cookies().put("__Host-trellis-session", "form:" + mark);
    assertThat(browser.post("/console/viewer", body).status()).isEqualTo(401);
  }

  @Test
  void withoutASessionAPageAsksToSignInAndAProgramIsToldSo() {
    var page = browser.get("/console/viewer?pool=mil%2Fhigh&page=2");
    assertThat(page.status()).isEqualTo(303);
    assertThat(Browser.parameters(URI.create(page.headers().get("location"))).get("to"))
        .startsWith("/console/viewer?")
        .contains("page=2", "pool=mil%2Fhigh");
    assertThat(browser.get("/console/viewer", "accept", "application/json").status())
        .isEqualTo(401);
    assertThat(browser.post("/console/viewer", "").status()).isEqualTo(401);
  }

  @Test
  void nothingIsDoneWithoutTheTokenOfTheSession() {
    door.signIn(browser);
    var other = door.browser();
    door.signIn(other);
    var token = Door.token(browser);

    assertThat(browser.post("/console/sales", "").status()).isEqualTo(403);
    assertThat(browser.post("/console/sales", "csrf=").status()).isEqualTo(403);
    assertThat(browser.post("/console/sales", "csrf=" + Door.token(other)).status()).isEqualTo(403);
    assertThat(browser.post("/console/sales?csrf=" + token, "").status()).isEqualTo(403);
    assertThat(
            browser.post("/console/sales", "csrf=" + token, "content-type", "text/plain").status())
        .as("what a form of another site can send")
        .isEqualTo(403);

    assertThat(browser.post("/console/sales", "a=b&csrf=" + token).status()).isEqualTo(200);
    assertThat(
            browser
                .post(
                    "/console/sales",
                    "{}",
                    "content-type",
                    "application/json",
                    "x-csrf-token",
                    token)
                .status())
        .isEqualTo(200);
  }

  @Test
  void noPageIsKeptByABrowserAfterSigningOut() {
    door.signIn(browser);
    assertThat(browser.get("/console/viewer").headers()).containsEntry("cache-control", "no-store");
  }
}
