package dev.trellis.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

  private final Door door = new Door();
  private final Browser browser = door.browser();

  @Test
  void whoeverComesBackFromTheIssuerSeesThePageTheyAskedFor() {
    var begun = browser.get(SignIn.begin("/console/viewer?page=2"));
    assertThat(begun.status()).isEqualTo(303);
    assertThat(begun.headers()).containsEntry("location", "https://issuer.example/authorize");

    var back = browser.get(SignIn.BACK + "?code=c&state=" + door.asked.state());

    assertThat(back.headers()).containsEntry("location", "/console/viewer?page=2");
    assertThat(Door.text(browser.get("/console/viewer"))).isEqualTo("mei@example.com");
  }

  @Test
  void cookiesAreOfThisHostAloneSafeAndOutOfReachOfScripts() {
    var answers = Stream.of(browser.get(SignIn.BEGIN), door.signIn(browser));
    assertThat(answers.flatMap(answer -> answer.cookies().stream()))
        .hasSize(3)
        .allSatisfy(cookie ->
            assertThat(cookie)
                .startsWith("__Host-")
                .contains("; Path=/; Secure; HttpOnly; SameSite=Lax")
                .doesNotContain("Domain"));
    assertThat(browser.cookies()).containsOnlyKeys("__Host-trellis-session");
  }

  @Test
  void nobodySignsAnybodyInWithAnAnswerThatTheyDidNotAskFor() {
    browser.get(SignIn.BEGIN);
    var state = door.asked.state();
    assertThatThrownBy(() -> browser.get(SignIn.BACK + "?code=c&state=another"))
        .isInstanceOf(NotSignedInException.class);
    assertThatThrownBy(() -> browser.get(SignIn.BACK + "?code=c&state=" + state))
        .as("it was used up")
        .isInstanceOf(NotSignedInException.class);
    assertThatThrownBy(() -> door.browser().get(SignIn.BACK + "?code=c&state=" + state))
        .as("in a browser that did not begin it")
        .isInstanceOf(NotSignedInException.class);
  }

  @Test
  void anAnswerThatComesTooLateOrTwiceIsNone() {
    browser.get(SignIn.BEGIN);
    var late = browser.cookies().get("__Host-trellis-away");
    var state = door.asked.state();
    door.clock.forward(Duration.ofMinutes(10));
    assertThatThrownBy(() -> browser.get(SignIn.BACK + "?code=c&state=" + state))
        .isInstanceOf(NotSignedInException.class);

    door.signIn(browser);
    browser.cookies().put("__Host-trellis-away", late);
    assertThatThrownBy(() -> browser.get(SignIn.BACK + "?code=c&state=" + door.asked.state()))
        .isInstanceOf(NotSignedInException.class);
  }

  @Test
  void whoeverWasNotLetInOrHasNoRoleIsNot() {
    browser.get(SignIn.BEGIN);
    assertThatThrownBy(
            () -> browser.get(SignIn.BACK + "?error=access_denied&state=" + door.asked.state()))
        .hasMessage("the issuer let nobody in");

    door.claims =
        new Issuer.Claims("m-2", "wang@example.com", Optional.empty(), "wang@example.com");
    assertThatThrownBy(() -> door.signIn(browser)).hasMessage("no role");
    assertThat(browser.get("/console/viewer").status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/console//evil.example@x",
        "/\\evil.example",
        "/console/x%0d%0aset-cookie:a\r\n",
        "javascript:alert(1)",
        "/f/summit-deck"
      })
  void nobodyIsSentElsewhereAfterwards(String to) {
    browser.get(SignIn.begin(to));
    var back = browser.get(SignIn.BACK + "?code=c&state=" + door.asked.state());
    assertThat(back.headers().get("location")).matches("/console(//evil.example@x)?");
  }

  @Test
  void aSessionEndsWhenNobodyComesForAnHour() {
    door.signIn(browser);
    for (int i = 0; i < 5; i++) {
      door.clock.forward(Duration.ofMinutes(54));
      assertThat(browser.get("/console/viewer").status()).isEqualTo(200);
    }
    door.clock.forward(Duration.ofMinutes(60));
    assertThat(browser.get("/console/viewer").status()).isEqualTo(303);
  }

  @Test
  void aSessionEndsAfterTwelveHoursWhoeverIsThere() {
    door.signIn(browser);
    for (int i = 0; i < 23; i++) {
      door.clock.forward(Duration.ofMinutes(30));
      assertThat(browser.get("/console/viewer").status()).isEqualTo(200);
    }
    door.clock.forward(Duration.ofMinutes(30));
    assertThat(browser.get("/console/viewer").status()).isEqualTo(303);
  }

  @Test
  void whoeverSignsOutIsOutWithTheirCookieToo() {
    door.signIn(browser);
    var cookies = Map.copyOf(browser.cookies());

    var out = browser.post(SignIn.BASE + SignIn.OUT, "csrf=" + Door.token(browser));

    assertThat(out.status()).isEqualTo(303);
    assertThat(browser.cookies()).isEmpty();
    browser.cookies().putAll(cookies);
    assertThat(browser.get("/console/viewer").status()).isEqualTo(303);
  }

  @Test
  void eachSignInHasASecretOfItsOwn() {
    door.signIn(browser);
    var first = Map.copyOf(browser.cookies());
    door.signIn(browser);
    assertThat(browser.cookies()).isNotEqualTo(first);
    assertThat(browser.cookies().values()).allSatisfy(v -> assertThat(v).hasSize(43));
  }
}
