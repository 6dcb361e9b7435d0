package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Merged by mistake, split, handed out, forgotten: in the system of the template, through HTTP. */
@Tag("R17")
class IdentityStoryTest extends TownStory {

  @Test
  void aMergeIsUndone() throws Exception {
    var first = town.visitor("zh");
    first.get("/q/summit-talk");
    town.pass(Duration.ofMinutes(1));
    town.register("lin@example.cn", Map.of("mobile", "13800138021"));
    var fields = first.open("/f/summit-deck?code=summit-talk");
    town.pass(Duration.ofSeconds(20));
    fields.putAll(Town.person("lin@example.cn"));
    first.post("/f/summit-deck", fields);
    town.quiet();
    var lead = town.lead("lin@example.cn");
    var absorbed = lead.at("absorbed", 0).text();

    var answer =
        town.visitor("zh")
            .post(
                "/local/leads/" + lead.at("id").text() + "/split",
                "application/json",
                "{\"absorbed\":\"" + absorbed + "\"}");
    town.quiet();

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(town.json("/local/leads").texts("id")).contains(lead.at("id").text(), absorbed);
    var owner = town.lead("lin@example.cn");
    assertThat(owner.at("absorbed").list()).isEmpty();
    assertThat(owner.at("events").texts("kind")).filteredOn("FormSubmitted"::equals).hasSize(2);
  }

  @Test
  void whoeverIsSplitOffGoesOnWhereTheyStoodAndWithTheirOwnMailsOnly() throws Exception {
    town.passToMonday();
    town.register("stays@example.cn", nurtured("13800138031"));
    town.register("parted@example.cn", nurtured("13800138032"));
    var first = town.lead("stays@example.cn").at("id").text();
    var second = town.lead("parted@example.cn").at("id").text();
    assertThat(underWay(second)).isNotEmpty();
    var visitor = town.visitor("zh");
    town.pass(Duration.ofHours(1));
    visitor.post("/local/leads/" + first + "/join/" + second, "application/json", "");
    town.quiet();
    town.pass(Duration.ofDays(1));

    var split = "{\"absorbed\":\"" + second + "\"}";
    visitor.post("/local/leads/" + first + "/split", "application/json", split);
    town.quiet();

    assertThat(underWay(second)).isEqualTo(underWay(first)).isNotEmpty();
    town.pass(Duration.ofDays(21));
    assertThat(subjects("parted@example.cn"))
        .isEqualTo(subjects("stays@example.cn"))
        .hasSizeGreaterThan(2)
        .doesNotHaveDuplicates();
  }

  private List<String> subjects(String address) throws Exception {
    return town.mailsTo(address).stream().map(mail -> mail.at("subject").text()).toList();
  }

  private List<String> underWay(String lead) throws Exception {
    return town.json("/local/leads/" + lead).at("journeys").list().stream()
        .filter(journey -> journey.at("active").toString().equals("true"))
        .map(journey -> journey.at("journey").text() + " at " + journey.at("step").text())
        .toList();
  }

  @Test
  void aPersonIsHandedOutAndForgotten() throws Exception {
    town.register("gone@example.cn", Map.of("mobile", "13800138022"));
    var id = town.lead("gone@example.cn").at("id").text();
    var visitor = town.visitor("zh");
    var document = town.json("/local/leads/" + id + "/export");
    assertThat(document.toString()).contains("email:gone@example.cn", "13800138022", "李娜");

    assertThat(visitor.post("/local/leads/" + id + "/erase", "application/json", "").statusCode())
        .isEqualTo(202);
    town.quiet();
    assertThat(visitor.get("/local/leads/" + id).statusCode()).isEqualTo(404);
    assertThat(visitor.get("/local/leads/" + id + "/export").statusCode()).isEqualTo(404);
    assertThat(town.leads().toString()).doesNotContain("gone@example.cn");

    town.register("gone@example.cn", Map.of("mobile", "13800138022"));
    assertThat(town.lead("gone@example.cn").at("id").text()).isNotEqualTo(id);
  }

  @Test
  @Tag("R7")
  void whoeverFollowsFromTheThankYouPageIsTheSamePersonOnWeChat() throws Exception {
    var visitor = town.register("follower@example.cn", Map.of("mobile", "13800138025"));
    var id = town.lead("follower@example.cn").at("id").text();
    var to = visitor.get("/go/community?at=thanks-page").headers().firstValue("location").get();
    var scene = to.substring(to.indexOf("scene=") + "scene=".length());
    town.pass(Duration.ofMinutes(1));
    var follow =
        Map.of(
            "version",
            1,
            "id",
            "follow-7",
            "occurredAt",
            town.now().toString(),
            "channel",
            "wechat",
            "identities",
            List.of("openid:example-app/follower"),
            "happening",
            Map.of("kind", "ChannelFollowed", "account", "trellis-growth", "scene", scene));

    assertThat(new Partner(town, state).tell(follow)).isEqualTo(202);
    town.quiet();

    var lead = town.lead("follower@example.cn");
    assertThat(lead.at("id").text()).isEqualTo(id);
    assertThat(lead.toString()).contains("openid:example-app/follower", "ChannelFollowed");
    assertThat(town.json("/local/ctas").toString()).contains("conversions=1");
  }

  @Test
  void aPartnersRowAboutAForgottenPersonIsRefusedWithItsReason() throws Exception {
    town.register("erased@example.cn", Map.of("mobile", "13800138024"));
    var id = town.lead("erased@example.cn").at("id").text();
    town.visitor("zh").post("/local/leads/" + id + "/erase", "application/json", "");
    town.quiet();
    var leads = town.leads().size();
    var row =
        Map.of(
            "version",
            1,
            "id",
            "row-1",
            "occurredAt",
            town.now().toString(),
            "channel",
            "import",
            "identities",
            List.of("crm:partner/1"),
            "happening",
            Map.of(
                "kind",
                "RecordImported",
                "batch",
                "b1",
                "line",
                1,
                "values",
                Map.of("email", "Erased@Example.cn", "name", "李娜")));

    assertThat(new Partner(town, state).tell(row)).isEqualTo(202);
    town.quiet();
    assertThat(town.leads()).hasSize(leads);
    var refused =
        town.json("/local/quarantine").list().stream()
            .filter(r -> r.at("reason").text().equals("erased"))
            .toList();
    assertThat(refused).hasSize(1);
    assertThat(refused.getFirst().toString()).contains("b1").doesNotContain("李娜", "rased@");
  }

  @Test
  void whatIsRefusedIsListedAndReplayed() throws Exception {
    town.register("wang@example.cn", Map.of("mobile", "13800138023"));
    town.register("zhao@example.cn", Map.of("mobile", "13800138024"));
    var id = town.lead("wang@example.cn").at("id").text();
    var other = town.lead("zhao@example.cn").at("id").text();
    var visitor = town.visitor("zh");
    visitor.post("/local/leads/" + id + "/join/" + other, "application/json", "");
    town.quiet();
    var split = "{\"absorbed\":\"" + (id.compareTo(other) < 0 ? other : id) + "\"}";
    var survivor = id.compareTo(other) < 0 ? id : other;
    for (int twice = 0; twice < 2; twice++) {
      visitor.post("/local/leads/" + survivor + "/split", "application/json", split);
    }
    town.quiet();
    var refused = notAbsorbed();
    assertThat(refused).hasSize(1);

    var replay = "/local/quarantine/" + refused.getFirst().at("id").text() + "/replay";
    assertThat(visitor.post(replay, "application/json", "").statusCode()).isEqualTo(202);
    town.quiet();
    assertThat(notAbsorbed()).as("refused again, and kept").hasSize(1);
    assertThat(visitor.post("/local/quarantine/none/replay", "application/json", "").statusCode())
        .isEqualTo(404);
  }

  private List<View> notAbsorbed() throws Exception {
    return town.json("/local/quarantine").list().stream()
        .filter(r -> r.at("reason").text().contains("not absorbed"))
        .toList();
  }
}
