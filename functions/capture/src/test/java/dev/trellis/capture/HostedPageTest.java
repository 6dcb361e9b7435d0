package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page that is hosted elsewhere gets a nonce that is good for its form, and is its own page. */
@Tag("R4")
class HostedPageTest {

  private final Stand stand = new Stand();

  @Test
  void aNonceIsGoodForTheFormItWasIssuedFor() {
    var refused = submit("booth", nonce("survey"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(stand.queue.take()).isEmpty();
    var fresh = (String) Json.parse(Stand.text(refused)).get("nonce");
    stand.pass(Duration.ofMinutes(1));
    assertThat(submit("survey", fresh).status()).as("issued for the other").isEqualTo(422);
    assertThat(submit("booth", fresh).status()).isEqualTo(202);
  }

  @Test
  void theSameAnswersAreToldOncePerPage() {
    var first = nonce("booth");
    var second = nonce("booth");
    for (var nonce : List.of(first, first, second)) {
      assertThat(submit("booth", nonce).status()).isEqualTo(202);
    }

    var ids = stand.queue.take().stream().map(LeadEvent::id).toList();
    assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
  }

  @Test
  void thePageCanSayWhatItMeansIfNothingArrives() {
    for (var said : List.of("unable to write to that address", "无法向该邮箱发信")) {
      var language = said.startsWith("unable") ? "en" : "zh";
      var json = stand.get("/f/booth", "accept", "application/json", "accept-language", language);

      assertThat(Json.parse(Stand.text(json)).get("nothing").toString()).contains(said);
    }
  }

  private String nonce(String form) {
    var definition = Json.parse(Stand.text(stand.get("/f/" + form, "accept", "application/json")));
    stand.pass(Duration.ofMinutes(1));
    return (String) definition.get("nonce");
  }

  private Response submit(String form, String nonce) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("nonce", nonce);
    fields.put("email", "a@example.com");
    var body = Json.compose(fields).getBytes(StandardCharsets.UTF_8);
    return stand.post("/f/" + form, body, "content-type", "application/json");
  }
}
