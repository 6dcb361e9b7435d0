package dev.trellis.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;
import module java.net.http;

import com.nimbusds.oauth2.sdk.TokenRequest;
import dev.trellis.console.signin.Issuer.Asked;
import dev.trellis.console.signin.OpenIdIssuer.Client;
import dev.trellis.console.visit.Role;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against an OpenID Connect server that nobody of us wrote. */
class OpenIdIssuerTest {

  private static final String BACK = "https://t.example/console/signed-in";
  private static final Asked ASKED = new Asked("state", "nonce", SignIn.secret());

  private final MockOAuth2Server server = new MockOAuth2Server();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.shutdown();
  }

  @Test
  void whoComesBackIsWhoTheIssuerSays() throws Exception {
    says(Map.of("email", "mei@example.com", "cognito:groups", List.of("staff", "marketer")));
    var claims = signIn(issuer("console"), ASKED);
    assertThat(claims)
        .isEqualTo(
            new Issuer.Claims(
                "m-1", "mei@example.com", Optional.of(Role.MARKETER), "mei@example.com"));
  }

  @Test
  void theHighestRoleCountsAndOtherWordsDoNot() throws Exception {
    says(Map.of("cognito:groups", "viewer sales owner"));
    assertThat(signIn(issuer("console"), ASKED).role()).contains(Role.SALES);
    says(Map.of("cognito:groups", List.of("administrators")));
    assertThat(signIn(issuer("console"), ASKED).role()).isEmpty();
    says(Map.of());
    var claims = signIn(issuer("console"), ASKED);
    assertThat(claims.role()).isEmpty();
    assertThat(claims.name()).isEqualTo("m-1");
    assertThat(claims.address()).isNull();
    says(Map.of("email", "victim@example.com", "email_verified", false));
    assertThat(signIn(issuer("console"), ASKED).address()).isNull();
    says(Map.of("email", "mei@example.com", "email_verified", true));
    assertThat(signIn(issuer("console"), ASKED).address()).isEqualTo("mei@example.com");
  }

  @Test
  void aTokenOfAnotherSignInIsNotBelieved() throws Exception {
    says(Map.of("nonce", "of another sign-in"));
    assertThatThrownBy(() -> signIn(issuer("console"), ASKED))
        .isInstanceOf(NotSignedInException.class)
        .hasMessage("the token is not to be believed")
        .rootCause()
        .hasMessageContaining("nonce");
  }

  @Test
  void aTokenForAnotherClientIsNotBelieved() throws Exception {
    server.enqueueCallback(callback(Map.of("aud", "somebody-else"), 3600));
    assertThatThrownBy(() -> signIn(issuer("console"), ASKED))
        .rootCause()
        .hasMessageContaining("aud");
  }

  @Test
  void aTokenThatIsAlsoForAnotherClientIsNotBelieved() throws Exception {
    server.enqueueCallback(
        callback(Map.of("aud", List.of("console", "other"), "azp", "other"), 3600));
    assertThatThrownBy(() -> signIn(issuer("console"), ASKED))
        .hasMessage("the token is meant for somebody else as well");
  }

  @Test
  void aTokenThatIsOverIsNotBelieved() throws Exception {
    server.enqueueCallback(callback(Map.of(), -3600));
    assertThatThrownBy(() -> signIn(issuer("console"), ASKED))
        .rootCause()
        .hasMessageContaining("Expired");
  }

  @Test
  void aCodeIsWorthNothingWithoutTheVerifier() throws Exception {
    says(Map.of());
    var issuer = issuer("console");
    var code = code(issuer, ASKED);
    var other = new Asked("state", "nonce", SignIn.secret());
    assertThatThrownBy(() -> issuer.redeem(code, other, BACK))
        .isInstanceOf(NotSignedInException.class);
  }

  @Test
  void anIssuerThatCallsItselfOtherwiseIsNone() {
    var client = new Client(server.issuerUrl("default") + "/", "console", "", "roles");
    assertThatThrownBy(() -> new OpenIdIssuer(() -> client, Clock.systemUTC()).ask(ASKED, BACK))
        .isInstanceOf(NotSignedInException.class);
  }

  @Test
  void anIssuerIsAskedOverASafeConnectionOnly() {
    assertThatThrownBy(() -> new Client("http://issuer.example", "console", "", "roles"))
        .hasMessageContaining("https");
  }

  @Test
  void signingOutEndsThereAndComesBack() {
    var out = issuer("console").signOut("https://t.example/console").orElseThrow();
    assertThat(out.toString()).startsWith(server.endSessionEndpointUrl("default").toString());
    assertThat(Browser.parameters(out))
        .containsEntry("post_logout_redirect_uri", "https://t.example/console");
  }

  private Issuer issuer(String id) {
    var client =
        new Client(server.issuerUrl("default").toString(), id, "a secret", "cognito:groups");
    return new OpenIdIssuer(() -> client, Clock.systemUTC());
  }

  private void says(Map<String, Object> claims) {
    server.enqueueCallback(callback(claims, 3600));
  }

  private static DefaultOAuth2TokenCallback callback(Map<String, Object> claims, long seconds) {
    return new DefaultOAuth2TokenCallback("default", "m-1", "JWT", null, claims, seconds) {
      @Override
      public Map<String, Object> addClaims(TokenRequest request) {
        var all = new TreeMap<>(super.addClaims(request));
        all.putAll(claims);
        return all;
      }
    };
  }

  private static Issuer.Claims signIn(Issuer issuer, Asked asked) throws Exception {
    return issuer.redeem(code(issuer, asked), asked, BACK);
  }

  private static String code(Issuer issuer, Asked asked) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(issuer.ask(asked, BACK)).build(),
              HttpResponse.BodyHandlers.ofString());
      var back = URI.create(answer.headers().firstValue("location").orElseThrow());
      assertThat(back.toString()).startsWith(BACK);
      assertThat(Browser.parameters(back)).containsEntry("state", asked.state());
      return Browser.parameters(back).get("code");
    }
  }
}
