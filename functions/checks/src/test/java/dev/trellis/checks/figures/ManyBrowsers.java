package dev.trellis.checks.figures;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.memory.StandingClock;

/**
 * One address in ever new browsers, each of which was here before: what a leaked link, a kiosk or a
 * script makes of a lead.
 */
final class ManyBrowsers {

  private static final String CAPTURE = "CaptureFunction";
  private static final String ADDRESS = "everybody@example.com";
  private static final Set<String> BEHIND =
      Set.of(
          "ScoringFunction",
          "PoolsFunction",
          "NurtureFunction",
          "NurtureDispatchFunction",
          "NurtureFeedbackFunction");

  private final Installation installation;
  private final StandingClock clock;
  private int browsers;

  ManyBrowsers(Installation installation, StandingClock clock) {
    this.installation = installation;
    this.clock = clock;
  }

  /**
   * What the lead is like and costs by then.
   *
   * @param profileBytes of its item
   * @param writeUnits of scoring for the form
   * @param readUnits of journeys for each of its signals
   */
  record Figures(int browsers, int profileBytes, double writeUnits, double readUnits) {

    @Override
    public String toString() {
      return "in %d browsers: a profile of %d KB, %.1f WRU for a form, %.1f RRU for a signal to journeys"
          .formatted(browsers, profileBytes / 1024 + 1, writeUnits, readUnits);
    }
  }

  /** Comes in as many browsers; what the last of them cost. */
  Figures growTo(int number) throws Exception {
    var scoring = Usage.NONE;
    var journeys = Usage.NONE;
    while (browsers < number) {
      browsers++;
      scan();
      installation.drain(BEHIND);
      submit();
      scoring = installation.drain(Set.of("ScoringFunction")).get("ScoringFunction");
      installation.drain(Set.of("PoolsFunction"));
      journeys = installation.drain(Set.of("NurtureFunction")).get("NurtureFunction");
      installation.drain(BEHIND);
    }
    return new Figures(
        number,
        installation.items("LeadsTable").stream()
            .filter(item -> item.get("item").s().equals("profile"))
            .mapToInt(Charge::size)
            .max()
            .orElseThrow(),
        scoring.writeUnits() / scoring.messagesTaken(),
        journeys.readUnits() / journeys.messagesTaken());
  }

  private void scan() throws Exception {
    var scan = request("GET", "/q/summit-talk", Map.of("code", "summit-talk"), null);
    Traffic.expect(303, installation.invoke(CAPTURE, scan, new Meter()));
  }

  private void submit() throws Exception {
    var form = request("GET", "/f/summit-deck", Map.of("form", "summit-deck"), null);
    var page = Json.parse((String) installation.invoke(CAPTURE, form, new Meter()).get("body"));
    clock.forward(Duration.ofSeconds(20));
    var answers =
        Json.compose(
            Map.of(
                "name", "王小明",
                "company", "示例制造有限公司",
                "email", ADDRESS,
                "consent", "yes",
                "code", "summit-talk",
                "nonce", (String) page.get("nonce")));
    var filledIn = request("POST", "/f/summit-deck", Map.of("form", "summit-deck"), answers);
    Traffic.expect(202, installation.invoke(CAPTURE, filledIn, new Meter()));
  }

  // Each from another network, so that no door takes them for a crowd.
  private Map<String, Object> request(
      String method, String path, Map<String, String> parameters, String body) {
    var request = Traffic.request(method, path, parameters, body);
    request.put("cookies", List.of("trellis=browser-%08d".formatted(browsers)));
    request.put(
        "requestContext",
        Map.of(
            "http",
            Map.of(
                "method", method,
                "path", path,
                "sourceIp", "10.%d.%d.7".formatted(browsers / 250, browsers % 250))));
    return request;
  }
}
