package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forms of the console that are sent twice: by a double click, or as a page is loaded again. */
@Tag("R102")
class SentTwiceTest extends TownStory {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private String cookie;

  @BeforeAll
  void signIn() throws Exception {
    town.passToMonday();
    var role = "{\"role\":\"admin\"}";
    cookie =
        View.of(town.visitor("en").post("/local/sign-in", "application/json", role))
            .at("cookie")
            .text();
  }

  private String lead(String address, String mobile) throws Exception {
    town.register(address, Map.of("mobile", mobile));
    return town.lead(address).at("id").text();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(town.url() + path))
        .header("Cookie", cookie)
        .header("Accept", "text/html")
        .header("Accept-Language", "en");
  }

  // What a form of a page brings without anything typed.
  private String hidden(String page, String action) throws Exception {
    var html = http.send(request(page).build(), BodyHandlers.ofString()).body();
    var form = html.substring(html.indexOf("action=\"" + action + "\""));
    return HIDDEN
        .matcher(form.substring(0, form.indexOf("</form>")))
        .results()
        .map(field ->
            field.group(1) + "=" + URLEncoder.encode(field.group(2), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpRequest post(String path, String body) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /** Sends it twice at the same time and, when all is done, once more; says where each led to. */
  private List<String> thrice(String path, String body) throws Exception {
    var answers = new ArrayList<String>();
    var one = http.sendAsync(post(path, body), BodyHandlers.ofString());
    var two = http.sendAsync(post(path, body), BodyHandlers.ofString());
    answers.add(said(one.get()));
    answers.add(said(two.get()));
    town.quiet();
    answers.add(said(http.send(post(path, body), BodyHandlers.ofString())));
    town.quiet();
    return answers;
  }

  private static String said(HttpResponse<String> answer) {
    return answer.statusCode() + " " + answer.headers().firstValue("location").orElse("");
  }

  private long events(String lead, String kind) throws Exception {
    return town.json("/local/leads/" + lead).at("events").texts("kind").stream()
        .filter(kind::equals)
        .count();
  }

  private List<View> quarantine() throws Exception {
    return town.json("/local/quarantine").list();
  }

  @Test
  void aCallIsLoggedOnceAndEachTimeTheAnswerIsTheSame() throws Exception {
    var lead = lead("twice@example.cn", "13800138601");
    var page = "/console/leads/" + lead;
    var calls = page + "/calls";
    var body = hidden(page, calls) + "&outcome=not-interested&note=wants+nothing";

    assertThat(thrice(calls, body)).containsOnly("303 " + page + "?done=called");
    assertThat(events(lead, "CallRecorded")).isEqualTo(1);

    assertThat(said(http.send(post(calls, body + "+yet"), BodyHandlers.ofString())))
        .as("who goes back and writes something else means something else")
        .startsWith("303 ");
    var again = hidden(page, calls) + "&outcome=not-interested&note=wants+nothing";
    http.send(post(calls, again), BodyHandlers.ofString());
    town.quiet();
    assertThat(events(lead, "CallRecorded")).as("a page that was drawn anew").isEqualTo(3);
  }

  @Test
  void whatWasRefusedIsRefusedAgainAndTakenOnceItIsRight() throws Exception {
    var lead = lead("refused.twice@example.cn", "13800138602");
    var page = "/console/leads/" + lead;
    var body = hidden(page, page + "/notes") + "&text=";
    assertThat(thrice(page + "/notes", body)).containsOnly("422 ");
    assertThat(thrice(page + "/notes", body + "mornings"))
        .containsOnly("303 " + page + "?done=noted");
    assertThat(events(lead, "NoteWritten")).isEqualTo(1);
  }

  @Test
  @Tag("R17")
  void leadsAreJoinedAndSplitOnceAndNothingIsRefused() throws Exception {
    var one = lead("join.one@example.cn", "13800138603");
    var other = lead("join.other@example.cn", "13800138604");
    var page = "/console/leads/" + one;
    var mark = hidden(page, page + "/calls");

    assertThat(thrice(page + "/join/" + other, mark)).containsOnly("303 " + page + "?done=joined");
    assertThat(events(one, "Joined")).isEqualTo(1);
    assertThat(thrice(page + "/split", mark + "&absorbed=" + other))
        .containsOnly("303 " + page + "?done=split");
    assertThat(town.json("/local/leads/" + other).at("id").text()).isEqualTo(other);
    assertThat(quarantine()).isEmpty();
  }

  @Test
  @Tag("R45")
  void whoIsErasedTwiceIsErased() throws Exception {
    var lead = lead("erased.twice@example.cn", "13800138605");
    var path = "/console/leads/" + lead + "/erase";
    assertThat(thrice(path, hidden(path, path))).containsOnly("303 /console/leads?done=erased");
  }
}
