package dev.trellis.console.signin;

import module java.base;
import module java.net.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.trellis.console.visit.Role;
import dev.trellis.core.json.Json;

/**
 * Any OpenID Connect provider, as its discovery document describes it (OpenID Connect Core 1.0,
 * Discovery 1.0; RFC 7636). What it says is believed if its token is signed by its own key, meant
 * for us, of this very sign-in and not over.
 */
public final class OpenIdIssuer implements Issuer {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Set<JWSAlgorithm> SIGNED =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
  private static final Set<String> NEEDED = Set.of("sub", "exp", "iat", "nonce");
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Supplier<Client> client;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private Found found;

  /**
   * What we are at the issuer.
   *
   * @param issuer its address, as it stands in its tokens
   * @param id ours there
   * @param secret ours there; empty for a client without one
   * @param roleClaim which of its words for somebody name a role
   */
  public record Client(String issuer, String id, String secret, String roleClaim) {

    public Client {
      var address = URI.create(issuer);
      var isHere = Set.of("localhost", "127.0.0.1").contains(address.getHost());
      if (!"https".equals(address.getScheme()) && !isHere) {
        throw new IllegalArgumentException("the issuer must be asked over https");
      }
    }

    /**
     * As it stands in a secret.
     *
     * @throws NotSignedInException if nobody has put it in
     */
    public static Client of(Map<String, ?> secret) {
      return new Client(
          text(secret, "issuer"),
          text(secret, "client"),
          text(secret, "secret"),
          text(secret, "roles"));
    }

    private static String text(Map<String, ?> secret, String name) {
      if (secret.get(name) instanceof String text) {
        return text;
      }
      throw new NotSignedInException("SignInSecret lacks \"" + name + "\"");
    }
  }

  /**
   * @param client as it is now: asked at each sign-in
   */
  public OpenIdIssuer(Supplier<Client> client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  private record Found(
      Client client, Map<String, Object> document, JWKSource<SecurityContext> keys) {

    URI at(String name) {
      return find(name)
          .orElseThrow(() -> new NotSignedInException("the issuer does not tell its " + name));
    }

    Optional<URI> find(String name) {
      return Optional.ofNullable(document.get(name)).map(Object::toString).map(URI::create);
    }
  }

  @Override
  public URI ask(Asked asked, String backTo) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("response_type", "code");
    parameters.put("client_id", found().client().id());
    parameters.put("redirect_uri", backTo);
    parameters.put("scope", "openid email profile");
    parameters.put("state", asked.state());
    parameters.put("nonce", asked.nonce());
    parameters.put("code_challenge", challenge(asked.verifier()));
    parameters.put("code_challenge_method", "S256");
    return with(found().at("authorization_endpoint"), parameters);
  }

  @Override
  public Claims redeem(String code, Asked asked, String backTo) {
    var known = found();
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("grant_type", "authorization_code");
    parameters.put("code", code);
    parameters.put("redirect_uri", backTo);
    parameters.put("code_verifier", asked.verifier());
    var request = HttpRequest.newBuilder(known.at("token_endpoint")).timeout(PATIENCE);
    if (known.client().secret().isEmpty()) {
      parameters.put("client_id", known.client().id());
    } else {
      request.header("authorization", basic(known.client()));
    }
    var body = HttpRequest.BodyPublishers.ofString(form(parameters));
    var answer = json(request.header("content-type", FORM).POST(body).build());
    if (!(answer.get("id_token") instanceof String token)) {
      throw new NotSignedInException("the issuer gave no token");
    }
    return claims(verified(token, asked, known), known.client());
  }

  @Override
  public Optional<URI> signOut(String backTo) {
    var known = found();
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("client_id", known.client().id());
    parameters.put("post_logout_redirect_uri", backTo);
    parameters.put("logout_uri", backTo); // as Cognito calls it
    return known.find("end_session_endpoint").map(at -> with(at, parameters));
  }

  private JWTClaimsSet verified(String token, Asked asked, Found known) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNED, known.keys()));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            known.client().id(),
            new JWTClaimsSet.Builder()
                .issuer(known.client().issuer())
                .claim("nonce", asked.nonce())
                .build(),
            NEEDED) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        });
    try {
      var claims = processor.process(token, null);
      if (claims.getAudience().size() > 1
          && !known.client().id().equals(claims.getClaimAsString("azp"))) {
        throw new NotSignedInException("the token is meant for somebody else as well");
      }
      return claims;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new NotSignedInException("the token is not to be believed", e);
    }
  }

  private static Claims claims(JWTClaimsSet claims, Client client) {
    var called =
        switch (claims.getClaim(client.roleClaim())) {
          case null -> List.<String>of();
          case Collection<?> list -> list.stream().map(String::valueOf).toList();
          case Object words -> List.of(String.valueOf(words).split("[ ,]+"));
        };
    var name =
        Stream.of("email", "name", "preferred_username", "sub")
            .map(claims::getClaim)
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .findFirst()
            .orElseThrow();
    // One that the issuer itself doubts is nobody's (OpenID Connect Core 1.0, 5.1).
    var isDoubted = Boolean.FALSE.equals(claims.getClaim("email_verified"));
    var address = !isDoubted && claims.getClaim("email") instanceof String told ? told : null;
    return new Claims(claims.getSubject(), name, Role.of(called), address);
  }

  // Asked once for each issuer; keys are asked again by their library when one is not known.
  private synchronized Found found() {
    var now = client.get();
    if (found == null || !found.client().equals(now)) {
      var at = URI.create(now.issuer() + "/.well-known/openid-configuration");
      var document = json(HttpRequest.newBuilder(at).timeout(PATIENCE).build());
      if (!now.issuer().equals(document.get("issuer"))) {
        throw new NotSignedInException("another issuer answers at the issuer's address");
      }
      found = new Found(now, document, keys(document));
    }
    return found;
  }

  private static JWKSource<SecurityContext> keys(Map<String, Object> document) {
    try {
      var at = URI.create(String.valueOf(document.get("jwks_uri"))).toURL();
      return JWKSourceBuilder.create(at).retrying(true).build();
    } catch (MalformedURLException | IllegalArgumentException e) {
      throw new NotSignedInException("the issuer does not tell its keys", e);
    }
  }

  private Map<String, Object> json(HttpRequest request) {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new NotSignedInException("the issuer answered " + answer.statusCode());
      }
      return Json.parse(answer.body());
    } catch (IOException e) {
      throw new NotSignedInException("the issuer does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotSignedInException("stopped", e);
    }
  }

  private static String basic(Client client) {
    var pair = encoded(client.id()) + ":" + encoded(client.secret());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String challenge(String verifier) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI with(URI at, Map<String, String> parameters) {
    return URI.create(at + (at.getQuery() == null ? "?" : "&") + form(parameters));
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
