package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody types another's number or address, or forwards a mail: in the whole system. */
@Tag("R17")
class NobodySpeaksForAnotherTest extends TownStory {

  private static final Map<String, String> NEED =
      Map.of("industry", "manufacturing", "need", "lead-scoring", "plan", "no-plan");

  @Test
  void whoeverKnowsANumberReadsNothingAndSilencesNobody() throws Exception {
    town.passToMonday();
    town.register("victim@example.cn", with(NEED, "13800138041"));
    var before = town.lead("victim@example.cn");
    var stranger = signsUp("stranger@example.com", Map.of("mobile", "13800138041"));

    var mail = town.mailsTo("stranger@example.com").getLast();
    assertThat(mail.toString()).doesNotContain("李娜", "示例制造", "victim@example.cn");
    assertThat(stranger.post(link(mail, "/u/"), Map.of("unsubscribe", "all")).statusCode())
        .isEqualTo(200);
    town.quiet();

    staysAsItWas(before, "victim@example.cn", "13800138041");
    assertThat(town.lead("victim@example.cn").at("events").texts("kind")).contains("NameClaimed");
    town.pass(Duration.ofDays(3));
    assertThat(sent("victim@example.cn")).contains("omni-channel-capture-strategy");
  }

  @Test
  void whoeverKnowsAnAddressGetsNoneOfItsMails() throws Exception {
    town.passToMonday();
    town.register("known@example.cn", NEED);
    var before = town.lead("known@example.cn");
    var number = Map.of("mobile", "13800138042");
    signsUp("known@example.cn", number);
    signsUp("taker@example.com", number);
    var taken = town.mailsTo("taker@example.com").size();
    town.pass(Duration.ofDays(3));

    staysAsItWas(before, "known@example.cn", "");
    assertThat(town.lead("known@example.cn").at("profile", "identities").toString())
        .doesNotContain("13800138042", "taker");
    var own = town.mailsTo("known@example.cn").size();
    town.register("known@example.cn", NEED);
    assertThat(town.mailsTo("known@example.cn")).hasSize(own + 1);
    assertThat(town.mailsTo("taker@example.com")).hasSize(taken);
    assertThat(town.mailsTo("taker@example.com").toString())
        .doesNotContain("李娜", "示例制造", "known@example.cn");
  }

  @Test
  void whoeverGetsANumberThatAnotherClaimedBeforeIsPossiblyTheSame() throws Exception {
    town.register("first.claim@example.cn", NEED);
    signsUp("first.claim@example.cn", Map.of("mobile", "13800138051"));
    signsUp("later.owner@example.com", Map.of("mobile", "13800138051"));
    var claimant = town.lead("first.claim@example.cn");
    var owner = town.lead("later.owner@example.com");
    assertThat(claimant.at("profile", "claims", 0, "other")).isEqualTo(owner.at("id"));
    assertThat(owner.at("profile", "claims", 0, "other")).isEqualTo(claimant.at("id"));

    assertThat(town.json("/local/twins").list())
        .extracting(pair -> pair.at("lead").text() + "=" + pair.at("other").text())
        .containsAnyOf(
            owner.at("id").text() + "=" + claimant.at("id").text(),
            claimant.at("id").text() + "=" + owner.at("id").text());

    var join = "/local/leads/" + owner.at("id").text() + "/join/" + claimant.at("id").text();
    assertThat(town.visitor("en").post(join, "application/json", "{}").statusCode()).isEqualTo(202);
    town.quiet();
    assertThat(town.json("/local/twins").toString())
        .doesNotContain(owner.at("id").text(), claimant.at("id").text());
    var joined = town.json("/local/leads/" + claimant.at("id").text());
    assertThat(strong(joined).toString())
        .contains("first.claim@example.cn", "later.owner@example.com", "13800138051");
  }

  @Test
  @Tag("R24")
  void aNumberThatAStrangerGaveFirstSpeaksForNobodyOnceTheOwnerCorrectedIt() throws Exception {
    town.passToMonday();
    town.register("squatted@example.cn", with(NEED, "13800138061"));
    var page = link(town.mailsTo("squatted@example.cn").getLast(), "/u/");
    town.pass(Duration.ofMinutes(5));
    var right =
        Map.of("details", "1", "name", "李娜", "company", "示例制造有限公司", "mobile", "13800138062");
    assertThat(town.visitor("zh").post(page, right).statusCode()).isEqualTo(200);
    town.quiet();
    town.pass(Duration.ofMinutes(5));
    var no =
        Map.of(
            "version",
            1,
            "id",
            "squatters-no",
            "occurredAt",
            town.now().toString(),
            "channel",
            "expo",
            "identities",
            List.of("phone:+8613800138061"),
            "happening",
            Map.of(
                "kind",
                "CallRecorded",
                "actor",
                "x",
                "outcome",
                "reached",
                "answers",
                Map.of("consent", "no")));
    assertThat(new Partner(town, state).tell(no)).isEqualTo(202);
    town.quiet();

    var lead = town.lead("squatted@example.cn");
    assertThat(lead.at("events").texts("kind")).doesNotContain("CallRecorded");
    assertThat(lead.at("profile", "facts", "consent", "value").text()).isEqualTo("yes");
    assertThat(lead.at("profile", "facts", "mobile", "value").text()).isEqualTo("+8613800138062");
    assertThat(lead.at("profile", "former").toString()).contains("+8613800138061");
    town.pass(Duration.ofDays(3));
    assertThat(sent("squatted@example.cn")).contains("omni-channel-capture-strategy");
  }

  @Test
  @Tag("R82")
  void aForwardedMailIsReadWhereItsLinkSaysAndMakesNobodyOfTheColleague() throws Exception {
    town.register("first@example.cn", with(NEED, "13800138043"));
    var content = link(town.mailsTo("first@example.cn").getFirst(), "/c/");
    town.pass(Duration.ofHours(2));
    var before = town.lead("first@example.cn");
    var colleague = town.visitor("en");
    colleague.get(content);
    colleague.post(content + "/read", "application/json", "{}");
    town.quiet();

    var lead = town.lead("first@example.cn");
    assertThat(lead.at("events").texts("kind")).contains("ContentRead");
    assertThat(lead.at("profile", "identities")).isEqualTo(before.at("profile", "identities"));

    var fields = colleague.open("/f/summit-deck");
    town.pass(Duration.ofSeconds(20));
    fields.putAll(
        Map.of(
            "name",
            "Zhao Min",
            "company",
            "Sample Optics",
            "email",
            "colleague@example.com",
            "consent",
            "yes"));
    assertThat(colleague.post("/f/summit-deck", fields).statusCode()).isEqualTo(303);
    town.quiet();

    staysAsItWas(before, "first@example.cn", "13800138043");
    assertThat(town.lead("colleague@example.com").at("id")).isNotEqualTo(lead.at("id"));
    assertThat(town.lead("colleague@example.com").at("profile").toString())
        .doesNotContain("first@example.cn", "李娜");
  }

  @Test
  @Tag("R82")
  void whoReadsBehindALinkHoldsItsMailboxAndNeitherAClickNorAMachineDoes() throws Exception {
    var own = town.register("reader@example.cn", NEED);
    var content = link(town.mailsTo("reader@example.cn").getFirst(), "/c/");
    town.visitor("en").head(content);
    reads(town.visitor("en"), content);
    town.pass(Duration.ofHours(2));
    own.get(content);
    town.quiet();
    assertThat(proofs("reader@example.cn")).doesNotContain("email");

    var colleague = town.visitor("en");
    stays(own, content);
    stays(colleague, content);
    stays(colleague, content);
    town.quiet();

    var lead = town.lead("reader@example.cn");
    assertThat(proofs("reader@example.cn")).contains("email:reader@example.cn");
    assertThat(lead.at("profile", "identities").list()).hasSize(2);
    assertThat(lead.at("profile", "reads", "summit-deck", "count").toString()).isEqualTo("2");
  }

  @Test
  @Tag("R82")
  void whoReadsSoonHoldsTheMailboxOnceItIsKnownThatTheyAreAPerson() throws Exception {
    town.register("prompt@example.cn", NEED);
    var content = link(town.mailsTo("prompt@example.cn").getFirst(), "/c/");
    town.pass(Duration.ofMinutes(3));
    reads(town.visitor("zh"), content);
    town.quiet();

    assertThat(proofs("prompt@example.cn")).contains("email:prompt@example.cn");
  }

  private static void reads(Visitor browser, String content) throws Exception {
    browser.get(content);
    browser.post(content + "/read", "application/json", "{}");
  }

  private static void stays(Visitor browser, String content) throws Exception {
    browser.get(content);
    browser.post(content + "/read", "application/json", "{\"seconds\":20}");
  }

  private String proofs(String address) throws Exception {
    return town.lead(address).at("profile", "proofs").toString();
  }

  private void staysAsItWas(View before, String address, String number) throws Exception {
    var after = town.lead(address);
    assertThat(after.at("id")).isEqualTo(before.at("id"));
    assertThat(strong(after)).isEqualTo(strong(before));
    assertThat(after.at("name")).isEqualTo(before.at("name"));
    assertThat(after.toString()).contains("李娜", "示例制造有限公司", number);
  }

  private static List<String> strong(View lead) {
    return lead.at("profile", "identities").list().stream()
        .map(View::toString)
        .filter(name -> !name.contains("cookie"))
        .toList();
  }

  private Visitor signsUp(String address, Map<String, String> answers) throws Exception {
    var visitor = town.visitor("en");
    var fields = visitor.open("/f/newsletter");
    town.pass(Duration.ofSeconds(20));
    fields.putAll(answers);
    fields.put("email", address);
    fields.put("consent", "yes");
    assertThat(visitor.post("/f/newsletter", fields).statusCode()).isEqualTo(303);
    town.quiet();
    return visitor;
  }

  private static Map<String, String> with(Map<String, String> answers, String mobile) {
    var all = new java.util.TreeMap<>(answers);
    all.put("mobile", mobile);
    return all;
  }

  private static String link(View mail, String kind) {
    return mail.at("links").list().stream()
        .map(View::text)
        .filter(link -> link.contains(kind))
        .findFirst()
        .orElseThrow();
  }
}
