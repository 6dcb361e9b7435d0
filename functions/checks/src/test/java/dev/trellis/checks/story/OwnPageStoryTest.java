package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page behind a link of a mail: people say who they are, and ask for their data. */
@Tag("R17")
class OwnPageStoryTest extends TownStory {

  private static final Map<String, String> NEED =
      Map.of("industry", "manufacturing", "need", "lead-scoring", "plan", "no-plan");

  @Test
  @Tag("R24")
  void whatPeopleCorrectBehindTheirLinkIsWhoTheyAreAndANumberFindsNobody() throws Exception {
    town.register("owner@example.cn", with("13800138201"));
    town.register("other@example.cn", with("13800138202"));
    var before = town.lead("other@example.cn");
    var page = page("owner@example.cn");
    town.pass(Duration.ofMinutes(1));
    var refused = post(page, Map.of("details", "1", "name", "李小娜", "mobile", "12"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Visitor.text(refused)).contains("请检查手机号", "value=\"李小娜\"");

    var said =
        Map.of("details", "1", "name", "李小娜", "company", "新光有限公司", "mobile", "138 0013 8202");
    assertThat(Visitor.text(post(page, said))).contains("已记录");
    town.quiet();

    var lead = town.lead("owner@example.cn");
    assertThat(facts(lead, "name", "company", "mobile"))
        .containsExactly("李小娜", "新光有限公司", "+8613800138202");
    assertThat(lead.at("events").texts("kind")).containsOnlyOnce("Corrected");
    assertThat(lead.at("profile", "identities").toString())
        .contains("13800138201")
        .doesNotContain("13800138202");
    var after = town.lead("other@example.cn");
    assertThat(after.at("id")).isEqualTo(before.at("id"));
    assertThat(facts(after, "name", "mobile")).isEqualTo(facts(before, "name", "mobile"));
    assertThat(after.at("events").texts("kind")).contains("NameClaimed");
  }

  @Test
  void whoAsksForTheirDataIsOnTheDeskUntilAPersonDidIt() throws Exception {
    town.register("asks@example.cn", NEED);
    var id = town.lead("asks@example.cn").at("id").text();
    var page = page("asks@example.cn");
    town.pass(Duration.ofMinutes(1));
    town.visitor("zh").get(page);
    town.quiet();
    assertThat(waiting(id)).isEmpty();

    post(page, Map.of("ask", "export"));
    town.pass(Duration.ofMinutes(1));
    post(page, Map.of("ask", "erasure"));
    town.quiet();
    assertThat(waiting(id)).containsExactly("EXPORT", "ERASURE");

    town.pass(Duration.ofMinutes(1));
    desk("/local/leads/" + id + "/requests/export");
    assertThat(waiting(id)).containsExactly("ERASURE");
    assertThat(town.lead("asks@example.cn").at("events").texts("kind")).contains("DataAsked");
    desk("/local/leads/" + id + "/erase");
    assertThat(waiting(id)).isEmpty();
    assertThat(town.leads().toString()).doesNotContain("asks@example.cn");
  }

  @Test
  void whoeverHasAMailToAClaimedMailboxAsksForNobody() throws Exception {
    town.register("claimed@example.cn", with("13800138203"));
    var id = town.lead("claimed@example.cn").at("id").text();
    var stranger = town.register("eve@example.com", with("13800138203"));
    var page = page("eve@example.com");
    for (var body : List.of(Map.of("ask", "erasure"), Map.of("details", "1", "name", "Eve"))) {
      assertThat(stranger.post(page, body).statusCode()).isEqualTo(200);
    }
    town.quiet();

    assertThat(waiting(id)).isEmpty();
    assertThat(facts(town.lead("claimed@example.cn"), "name")).containsExactly("李娜");
  }

  private List<String> waiting(String lead) throws Exception {
    return town.json("/local/requests").list().stream()
        .filter(line -> line.at("id").text().equals(lead))
        .map(line -> line.at("what").text().toUpperCase(Locale.ROOT))
        .toList();
  }

  private void desk(String path) throws Exception {
    assertThat(town.visitor("zh").post(path, "application/json", "").statusCode()).isEqualTo(202);
    town.quiet();
  }

  private HttpResponse<byte[]> post(String page, Map<String, String> fields) throws Exception {
    return town.visitor("zh").post(page, fields);
  }

  private String page(String address) throws Exception {
    return town.mailsTo(address).getFirst().at("links").list().stream()
        .map(View::text)
        .filter(link -> link.contains("/u/"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> facts(View lead, String... fields) {
    return Arrays.stream(fields)
        .map(field -> lead.at("profile", "facts", field, "value").text())
        .toList();
  }

  private static Map<String, String> with(String mobile) {
    var answers = new LinkedHashMap<>(NEED);
    answers.put("mobile", mobile);
    return answers;
  }
}
