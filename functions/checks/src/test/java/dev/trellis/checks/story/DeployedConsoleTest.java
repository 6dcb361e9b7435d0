package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people need every day, asked of the routes that are deployed, by somebody signed in. */
class DeployedConsoleTest extends TownStory {

  private static final String RETURNED = "returned.desk@example.cn";
  private static final String NURTURED = "nurtured.desk@example.cn";

  private final HttpClient http = HttpClient.newHttpClient();
  private String cookie = "none=yet";

  @BeforeAll
  void signIn() throws Exception {
    town.passToMonday();
    town.register(NURTURED, nurtured("13800138401"));
    town.register(RETURNED, ready("13800138402"));
    var handoff = handoffOf(RETURNED).at("id").text();
    town.verdict(handoff, "{\"verdict\":\"returned\",\"reason\":\"nobody knows this one\"}");
    town.quiet();
    town.pass(Duration.ofDays(4));
    assertThat(get("/console/leads").statusCode()).as("not signed in").isEqualTo(401);
    var role = "{\"role\":\"marketer\"}";
    cookie =
        View.of(town.visitor("en").post("/local/sign-in", "application/json", role))
            .at("cookie")
            .text();
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(town.url() + path))
            .header("Cookie", cookie)
            .header("Accept", "application/json")
            .header("Accept-Language", "en")
            .build(),
        BodyHandlers.ofByteArray());
  }

  private View json(String path) throws Exception {
    return View.of(get(path));
  }

  private String text(String path) throws Exception {
    return new String(get(path).body(), StandardCharsets.UTF_8);
  }

  private View lead(String address) throws Exception {
    return json("/console/leads/" + town.lead(address).at("id").text());
  }

  @Test
  @Tag("R61")
  void aLeadSaysWhichConditionsOfAnMqlItDoesNotMeet() throws Exception {
    var missing = lead(NURTURED).at("placement", "missingForMql").list();
    assertThat(missing).isNotEmpty();
    assertThat(missing.toString()).contains("plan").doesNotContain("industry", "need");
    assertThat(lead(NURTURED).at("placement", "missingText", "en").list()).hasSameSizeAs(missing);
  }

  @Test
  @Tag("R65")
  void aReturnForAReasonThatNobodyKnowsIsInTheListToReview() throws Exception {
    assertThat(lead(RETURNED).at("placement", "pool").text()).isEqualTo("review");
    assertThat(json("/console/returns").texts("id"))
        .containsExactly(town.lead(RETURNED).at("id").text());
  }

  @Test
  @Tag("R73")
  void aLeadSaysAtWhichStepOfAScenarioItStandsAndWhichIsNext() throws Exception {
    var places = lead(NURTURED).at("scenarios").list();
    assertThat(places).isNotEmpty();
    assertThat(places)
        .allSatisfy(place -> {
          var current = place.at("current", "id").text();
          assertThat(place.at("taken").list().getLast().text()).isEqualTo(current);
          assertThat(place.at("next").toString()).doesNotContain("id=" + current + ",");
        });
  }

  @Test
  @Tag("R88")
  void everyPointOfAScoreNamesTheEventsBehindIt() throws Exception {
    var scores = json("/console/leads/" + town.lead(NURTURED).at("id").text() + "/score");
    assertThat(scores.at("version").value()).isInstanceOf(Integer.class);
    var known = town.lead(NURTURED).at("events").texts("id");
    var reasons =
        ((Map<?, ?>) scores.at("scores").value())
            .values().stream().map(View::new).flatMap(s -> s.at("contributions").list().stream());
    assertThat(reasons)
        .isNotEmpty()
        .allSatisfy(reason ->
            assertThat(reason.at("events").list().stream().map(View::text))
                .isNotEmpty()
                .isSubsetOf(known));
  }

  @Test
  @Tag("R97")
  void aLeadSaysWhatItWasSentLastWhetherItReadThatAndWhatComesNext() throws Exception {
    var lead = lead(NURTURED);
    assertThat(lead.at("lastSent", "mail").text()).isNotBlank();
    assertThat(lead.at("lastSent", "read").value()).isEqualTo(false);
    assertThat(Instant.parse(lead.at("nextDue", "at").text())).isAfter(town.now());
  }

  @Test
  @Tag("R29")
  void aCompanySaysWhichRolesAreFilledAndWhichAreMissing() throws Exception {
    var company = json("/console/accounts").list().getFirst().at("company").text();
    var path = "/console/accounts/" + URLEncoder.encode(company, StandardCharsets.UTF_8);
    var account = json(path);
    assertThat(account.at("chain").list()).isNotEmpty();
    assertThat(text(path + "/gaps.csv")).contains(account.at("name").text());
  }

  @Test
  @Tag("R10")
  void whoCameByAFormIsCountedOnItsPage() throws Exception {
    var forms = json("/console/forms").at("forms").list();
    var taken = forms.stream().mapToInt(form -> (Integer) form.at("taken", "inAll").value()).sum();
    assertThat(taken).isEqualTo(2);
    assertThat(json("/console/forms").at("codes").toString()).contains("lately=");
  }
}
