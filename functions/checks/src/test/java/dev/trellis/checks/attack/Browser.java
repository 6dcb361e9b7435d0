package dev.trellis.checks.attack;

import module java.base;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;

/** Somebody's browser: keeps its cookie, and whatever was shown in it. */
final class Browser {

  /** As long as a person needs to fill in a form. */
  static final Duration TYPING = Duration.ofSeconds(20);

  private static final String AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0";

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final World world;
  private final Map<String, String> cookies = new TreeMap<>();
  private final List<String> shown = new ArrayList<>();

  Browser(World world) {
    this.world = world;
  }

  /** Whether this stood on a page or in an answer. */
  boolean hasShown(String text) {
    return shown.stream().anyMatch(page -> page.contains(text));
  }

  Response get(String target) {
    return open("GET", target, "");
  }

  Response post(String target, String body) {
    return open("POST", target, body);
  }

  /** Opens the form, fills it in and sends it; the status of the answer. */
  int submit(String form, boolean isKiosk, Map<String, String> answers) {
    var page = text(get("/f/" + form + (isKiosk ? "?kiosk=1" : "")));
    var fields = new LinkedHashMap<String, String>();
    HIDDEN.matcher(page).results().forEach(found -> fields.put(found.group(1), found.group(2)));
    fields.putAll(answers);
    world.until(world.now().plus(TYPING));
    return post("/f/" + form, encoded(fields)).status();
  }

  /** Looks at a content behind a link as people do. */
  void read(String link) {
    get(link);
    post(link + "/read", "{}");
    post(link + "/read", "{\"seconds\":40,\"again\":true}");
  }

  /** Follows the call to the account; the scene that the account tells back with the follow. */
  String scene(String target) {
    var to = get(target).headers().getOrDefault("location", "");
    return to.substring(to.indexOf("scene=") + "scene=".length());
  }

  static String text(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private Response open(String method, String target, String body) {
    var parts = target.split("\\?", 2);
    var query = new TreeMap<String, String>();
    if (parts.length == 2) {
      for (var pair : parts[1].split("&")) {
        var nameAndValue = pair.split("=", 2);
        query.put(nameAndValue[0], nameAndValue.length == 2 ? nameAndValue[1] : "");
      }
    }
    var headers =
        Map.of(
            "accept-language",
            "en",
            "content-type",
            "application/x-www-form-urlencoded",
            "user-agent",
            AGENT);
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var response =
        world.answer(
            new Request(method, parts[0], Map.of(), query, headers, Map.copyOf(cookies), bytes));
    for (var cookie : response.cookies()) {
      var pair = cookie.split(";")[0].split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    shown.add(text(response) + response.headers());
    return response;
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
