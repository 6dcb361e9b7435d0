package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What sales corrects is used: mail goes there, and whoever comes with it is that lead. */
@Tag("R17")
class CorrectionStoryTest extends TownStory {

  @Test
  @Tag("R24")
  @Tag("R105")
  void mailGoesToTheAddressThatTheCrmCorrectedAndBothAddressesFindTheLead() throws Exception {
    town.register("tpyo@example.cn", nurtured("13800138101"));
    var id = town.lead("tpyo@example.cn").at("id").text();
    town.pass(Duration.ofMinutes(1));

    var crm = new Partner(town, state);
    var answer = crm.crm(crm.filed(id, Map.of("email", "Typo@Example.cn")));
    assertThat(answer.statusCode()).isEqualTo(202);
    town.quiet();
    assertThat(town.lead("typo@example.cn").at("id").text()).isEqualTo(id);

    town.pass(Duration.ofDays(3));
    assertThat(town.mailsTo("tpyo@example.cn")).as("only the deck, before").hasSize(1);
    assertThat(town.mailsTo("typo@example.cn")).hasSize(1);

    town.register("typo@example.cn", Map.of("mobile", "13800138102"));
    town.register("tpyo@example.cn", Map.of("mobile", "13800138103"));
    var lead = town.lead("typo@example.cn");
    assertThat(lead.at("id").text()).isEqualTo(id);
    assertThat(lead.at("events").texts("kind")).filteredOn("FormSubmitted"::equals).hasSize(3);
    assertThat(town.mailsTo("tpyo@example.cn")).as("nothing more").hasSize(1);
    assertThat(lead.at("profile", "former").toString()).contains("email:tpyo@example.cn");
  }

  @Test
  @Tag("R102")
  void aNumberCorrectedInTheConsoleAndAnAddressToldInACallNameTheLead() throws Exception {
    town.register("called@example.cn", Map.of("mobile", "13800138104"));
    var id = town.lead("called@example.cn").at("id").text();
    var path = "/local/leads/" + id;
    town.pass(Duration.ofMinutes(1));

    post(path + "/values", Map.of("reason", "typo", "values", Map.of("mobile", "138 0013 8105")));
    post(
        path + "/calls",
        Map.of("outcome", "reached", "answers", Map.of("email", "Direct@Example.cn")));
    town.quiet();
    town.pass(Duration.ofMinutes(1));
    var seen =
        Map.of(
            "version",
            1,
            "id",
            "attended-105",
            "occurredAt",
            town.now().toString(),
            "channel",
            "expo",
            "identities",
            List.of("phone:13800138105"),
            "happening",
            Map.of("kind", "EventAttended", "event", "summit-2026"));
    assertThat(new Partner(town, state).tell(seen)).isEqualTo(202);
    town.quiet();

    var lead = town.lead("direct@example.cn");
    assertThat(lead.at("id").text()).isEqualTo(id);
    assertThat(lead.at("events").texts("kind")).contains("EventAttended");
    assertThat(lead.at("profile", "former").toString())
        .contains("phone:+8613800138104", "email:called@example.cn");
  }

  @Test
  @Tag("R24")
  void anAddressOfAnotherLeadIsRefusedAndThePageSaysWhereMailGoes() throws Exception {
    town.register("first@example.cn", Map.of("mobile", "13800138111"));
    town.register("second@example.cn", Map.of("mobile", "13800138112"));
    var first = town.lead("first@example.cn").at("id").text();
    var second = town.lead("second@example.cn").at("id").text();
    var values = Map.of("reason", "typo", "values", Map.of("email", "second@example.cn"));
    var path = "/local/leads/" + first;
    var desk = town.visitor("en");

    var refused = desk.post(path + "/values", "application/json", Json.compose(values));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Visitor.text(refused)).contains("is the address of lead " + second);
    assertThat(town.lead("first@example.cn").at("profile", "mailbox").text())
        .isEqualTo("first@example.cn");

    var number = Map.of("reason", "office", "values", Map.of("mobile", "138 0013 8112"));
    var told = desk.post(path + "/values", "application/json", Json.compose(number));
    assertThat(Visitor.text(told)).contains("\"numberOf\":[\"" + second + "\"]");
    town.quiet();

    post(path + "/join/" + second, Map.of());
    town.quiet();
    post(path + "/values", values);
    town.quiet();
    assertThat(town.lead("second@example.cn").at("profile", "mailbox").text())
        .isEqualTo("second@example.cn");
  }

  /** Sales corrected a typo, and somebody else reads at the mailbox that was meant by nobody. */
  @Test
  void whoReadsAtAFormerMailboxSpeaksForItAloneButForWantingNoMail() throws Exception {
    town.register("mistake@example.cn", nurtured("13800138121"));
    var id = town.lead("mistake@example.cn").at("id").text();
    var old =
        town.mailsTo("mistake@example.cn").getFirst().at("links").list().stream()
            .map(View::text)
            .filter(link -> link.contains("/u/"))
            .findFirst()
            .orElseThrow();
    town.pass(Duration.ofMinutes(1));
    post(
        "/local/leads/" + id + "/values",
        Map.of("reason", "typo", "values", Map.of("email", "meant@example.cn")));
    town.quiet();
    var before = town.lead("meant@example.cn");
    town.pass(Duration.ofMinutes(1));

    var stranger = town.visitor("en");
    for (var said :
        List.of(
            Map.of("details", "1", "name", "Stranger", "company", "Strange", "mobile", ""),
            Map.of("ask", "erasure"),
            Map.of("preferences", "1", "pace", "monthly"),
            Map.of("again", "all"))) {
      stranger.post(old, said);
    }
    town.quiet();
    var after = town.lead("meant@example.cn");
    assertThat(after.at("profile", "facts")).isEqualTo(before.at("profile", "facts"));
    assertThat(after.at("profile", "proofs")).isEqualTo(before.at("profile", "proofs"));
    assertThat(town.json("/local/requests").toString()).doesNotContain(id);

    stranger.post(old, Map.of("List-Unsubscribe", "One-Click"));
    town.quiet();
    assertThat(town.lead("meant@example.cn").at("profile", "facts", "subscription", "value").text())
        .isEqualTo("no");
    stranger.post(old, Map.of("again", "all"));
    town.quiet();
    assertThat(town.lead("meant@example.cn").at("profile", "facts", "subscription", "value").text())
        .isEqualTo("no");
  }

  @Test
  void anAddressOfAnErasedPersonIsRefusedByFieldAndTheRestOfWhatTheCrmTellsStays()
      throws Exception {
    town.register("living@example.cn", nurtured("13800138131"));
    town.register("forgotten@example.cn", nurtured("13800138132"));
    var id = town.lead("living@example.cn").at("id").text();
    post("/local/leads/" + town.lead("forgotten@example.cn").at("id").text() + "/erase", Map.of());
    town.quiet();
    town.pass(Duration.ofMinutes(1));

    var values = Map.of("email", "forgotten@example.cn", "title", "COO");
    var refused =
        town.visitor("en")
            .post(
                "/local/leads/" + id + "/values",
                "application/json",
                Json.compose(Map.of("reason", "typo", "values", values)));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Visitor.text(refused)).contains("\"email\":\"is of a person who was erased");
    var crm = new Partner(town, state);
    var filed = Map.of("email", "forgotten@example.cn", "jobTitle", "COO");
    assertThat(crm.crm(crm.filed(id, filed)).statusCode()).isEqualTo(202);
    town.quiet();
    var lead = town.lead("living@example.cn");
    assertThat(lead.at("profile", "facts", "title", "value").text()).isEqualTo("COO");
    assertThat(lead.toString()).doesNotContain("forgotten@example.cn");
  }

  private void post(String path, Map<String, ?> body) throws Exception {
    var answer = town.visitor("en").post(path, "application/json", Json.compose(body));
    assertThat(answer.statusCode()).as(Visitor.text(answer)).isEqualTo(202);
  }
}
