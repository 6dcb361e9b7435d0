package dev.trellis.local.issuer;

import module java.base;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.trellis.console.html.Html;
import dev.trellis.console.html.Showing;
import dev.trellis.console.html.Words;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Route;
import dev.trellis.core.json.Json;
import dev.trellis.local.emulator.FormBody;

/**
 * An OpenID Connect issuer that lets whoever sits at this machine be whom they like: for trying the
 * console, and never deployed.
 */
public final class LocalIssuer {

  /** Where it answers, below the address of this machine. */
  public static final String PATH = "/local/issuer";

  /** What we are called there. */
  public static final String CLIENT = "console";

  /** The claim that names a role. */
  public static final String ROLES = "roles";

  private static final Duration HOLDS = Duration.ofMinutes(5);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String base;
  private final Showing showing;
  private final Clock clock;
  private final RSAKey key = generated();
  private final Map<String, Code> codes = new ConcurrentHashMap<>();

  /**
   * @param base address of this machine
   */
  public LocalIssuer(String base, Showing showing, Clock clock) {
    this.base = base;
    this.showing = showing;
    this.clock = clock;
  }

  /** What the console is told of this issuer, in place of a secret that is deployed. */
  public static String secret(String base) {
    return Json.compose(
        Map.of("issuer", base + PATH, "client", CLIENT, "secret", "", "roles", ROLES));
  }

  private record Code(Role role, String nonce, String challenge, String backTo, Instant until) {}

  /** The routes of an issuer: what it is, who it is, its tokens and its keys. */
  public List<Route<Response>> routes() {
    return List.of(
        new Route<>("GET", PATH + "/.well-known/openid-configuration", _ -> described()),
        new Route<>("GET", PATH + "/authorize", this::authorize),
        new Route<>("POST", PATH + "/token", this::token),
        new Route<>("GET", PATH + "/keys", _ -> keys()),
        new Route<>("POST", QuickSignIn.PATH, new QuickSignIn(base)));
  }

  private Response described() {
    return Showing.json(
        200,
        Map.of(
            "issuer", base + PATH,
            "authorization_endpoint", base + PATH + "/authorize",
            "token_endpoint", base + PATH + "/token",
            "jwks_uri", base + PATH + "/keys",
            "response_types_supported", List.of("code"),
            "code_challenge_methods_supported", List.of("S256"),
            "id_token_signing_alg_values_supported", List.of("RS256")));
  }

  private Response keys() {
    return Response.json(200, Json.compose(new JWKSet(key.toPublicJWK()).toJSONObject(true)));
  }

  private Response authorize(Request request) {
    var asked = request.query();
    var backTo = asked.getOrDefault("redirect_uri", "");
    if (!backTo.startsWith(base + "/console/")) {
      return Showing.problem(400, "redirect_uri must be the console's on this machine");
    }
    var role = Role.of(List.of(asked.getOrDefault("role", "")));
    if (role.isEmpty()) {
      return Response.html(
          200, choice(asked, showing.words(new Visit(request, Entrance.NOBODY, "/local", ""))));
    }
    var code = random();
    codes.put(
        code,
        new Code(
            role.get(),
            asked.getOrDefault("nonce", ""),
            asked.getOrDefault("code_challenge", ""),
            backTo,
            clock.instant().plus(HOLDS)));
    return Response.seeOther(
        backTo + "?" + query(Map.of("code", code, "state", asked.getOrDefault("state", ""))));
  }

  private static String choice(Map<String, String> asked, Words words) {
    var ways = new StringBuilder();
    for (var role : Role.values()) {
      var chosen = new TreeMap<>(asked);
      chosen.put("role", role.name().toLowerCase(Locale.ROOT));
      var name = words.say("role." + chosen.get("role"));
      ways.append("<li>")
          .append(Html.link(PATH + "/authorize?" + query(chosen), name))
          .append("</li>");
    }
    return Html.titled(words, words.say("issuer.title"), "<ul>" + ways + "</ul>");
  }

  private Response token(Request request) {
    var said = FormBody.parse(request.text());
    var code = codes.remove(said.getOrDefault("code", ""));
    if (code == null
        || !clock.instant().isBefore(code.until())
        || !code.backTo().equals(said.get("redirect_uri"))
        || !code.challenge().equals(hash(said.getOrDefault("code_verifier", "")))) {
      return Showing.json(400, Map.of("error", "invalid_grant"));
    }
    return Showing.json(
        200, Map.of("token_type", "Bearer", "expires_in", HOLDS.toSeconds(), "id_token", id(code)));
  }

  private String id(Code code) {
    var role = code.role().name().toLowerCase(Locale.ROOT);
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(base + PATH)
            .subject("local-" + role)
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(HOLDS)))
            .claim("nonce", code.nonce())
            .claim("name", role)
            .claim("email", role + "@example.com")
            .claim(ROLES, List.of(role))
            .build();
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey generated() {
    try {
      return new RSAKeyGenerator(2048).keyID(random()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hash(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest.digest(verifier.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String random() {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
