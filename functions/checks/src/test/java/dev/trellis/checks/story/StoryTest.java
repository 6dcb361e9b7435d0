package dev.trellis.checks.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StoryTest extends TownStory {

  @Test
  @Tag("R6")
  @Tag("R82")
  void theDeckArrivesByMailAndReadingItTagsTheReader() throws Exception {
    var visitor =
        town.register(
            "deck@example.cn", Map.of("mobile", "13800138001", "industry", "manufacturing"));

    var mails = town.mailsTo("deck@example.cn");
    assertThat(mails).hasSize(1);
    var mail = mails.getFirst();
    assertThat(mail.at("text").text()).isNotBlank();
    assertThat(mail.at("html").text()).contains("<a ");
    var headers = mail.at("headers").toString().toLowerCase();
    assertThat(headers).contains("list-unsubscribe=", "list-unsubscribe-post=");
    var link =
        mail.at("links").list().stream()
            .map(View::text)
            .filter(l -> l.contains("/c/"))
            .findFirst()
            .orElseThrow();
    assertThat(tag("deck@example.cn")).isEmpty();
    town.pass(Duration.ofMinutes(1));

    assertThat(visitor.get(link).statusCode()).isEqualTo(200);
    town.quiet();
    assertThat(tag("deck@example.cn")).as("a visit of the link alone may be a machine").isEmpty();
    var file = visitor.get(link + "/file");
    assertThat(file.body())
        .isEqualTo(Files.readAllBytes(Path.of("../../infra/playbook/files/summit-deck.zh.html")));
    assertThat(visitor.post(link + "/read", "application/json", "{}").statusCode()).isEqualTo(204);
    assertThat(visitor.post(link + "/read", "application/json", "{}").statusCode()).isEqualTo(204);
    town.quiet();

    assertThat(tag("deck@example.cn")).hasSize(1);
    assertThat(tag("deck@example.cn").getFirst().at("count").value()).isEqualTo(1);
    assertThat(town.lead("deck@example.cn").at("events").texts("kind"))
        .startsWith("CodeScanned")
        .contains("FormSubmitted", "MailSent", "MailDelivered", "MailClicked")
        .containsOnlyOnce("ContentRead");
  }

  @Test
  @Tag("R8")
  @Tag("R61")
  @Tag("R62")
  @Tag("R63")
  @Tag("R64")
  @Tag("R97")
  void theViewShowsWhereALeadStandsAndWhy() throws Exception {
    var industry = Map.of("industry", "manufacturing", "mobile", "13800138002");
    town.register("mid@example.cn", industry);
    town.register("low@example.cn", Map.of("mobile", "13800138003"));
    town.register(
        "high@example.cn",
        Map.of(
            "industry", "manufacturing",
            "need", "lead-scoring",
            "plan", "no-plan",
            "mobile", "13800138004"));

    assertThat(town.lead("mid@example.cn").at("placement", "pool").text()).isEqualTo("mil/mid");
    assertThat(town.lead("low@example.cn").at("placement", "pool").text()).isEqualTo("mil/low");
    var high = town.lead("high@example.cn");
    assertThat(high.at("placement", "pool").text()).isEqualTo("mil/high");
    assertThat(high.at("placement", "stage").text()).isEqualTo("mil");
    assertThat(high.at("placement", "missingForMql").toString()).isEqualTo("[plan within P6M]");
    assertThat(high.at("profile", "identities").toString())
        .contains("email:high@example.cn", "phone:+8613800138004", "cookie:");
    var activity = high.at("score", "activity");
    var sum =
        activity.at("contributions").list().stream()
            .mapToLong(c -> ((Number) c.at("points").value()).longValue())
            .sum();
    assertThat(sum).isPositive().isEqualTo(((Number) activity.at("points").value()).longValue());
    assertThat(high.at("nextDue", "journey").text()).isEqualTo("high-value");
  }

  @Test
  @Tag("R88")
  void aScoreIsTracedToEventsAndComparedWithAnotherInstant() throws Exception {
    town.register("why@example.cn", Map.of("industry", "finance", "mobile", "13800138077"));
    var path = "/local/leads/" + town.lead("why@example.cn").at("id").text() + "/score";

    var total = town.json(path).at("scores", "total", "contributions").list();
    assertThat(total).isNotEmpty().allMatch(c -> !c.at("events").list().isEmpty());
    assertThat(town.json(path).at("changes", "fit", "rows").list()).isNotEmpty();
    var then = town.json(path + "?at=2020-01-01T00:00:00Z");
    assertThat(then.at("against").text()).isEqualTo("2019-12-25T00:00:00Z");
    assertThat(then.at("scores", "fit", "contributions").list()).isEmpty();
    var refused = town.visitor("en").get(path + "?at=yesterday");
    assertThat(refused.statusCode()).isEqualTo(422);
  }

  @Test
  @Tag("R93")
  @Tag("R94")
  @Tag("R97")
  void threeDaysLaterTheJourneyDecidesAndNotAMinuteEarlier() throws Exception {
    town.passToMonday();
    town.register("probe@example.cn", nurtured("13800138005"));
    assertThat(town.mailsTo("probe@example.cn")).hasSize(1);

    town.pass(Duration.ofDays(3).minusMinutes(1));
    assertThat(town.mailsTo("probe@example.cn")).hasSize(1);
    town.pass(Duration.ofMinutes(1));
    assertThat(sent("probe@example.cn")).endsWith("omni-channel-capture-strategy");
    var link = town.mailsTo("probe@example.cn").getLast().at("links").list().stream();
    var content = link.map(View::text).filter(l -> l.contains("/c/")).findFirst().orElseThrow();

    town.pass(Duration.ofDays(1));
    var reader = town.visitor("zh");
    reader.get(content);
    reader.post(content + "/read", "text/plain", "{\"seconds\":40}");
    town.quiet();
    assertThat(sent("probe@example.cn"))
        .containsExactly(
            "summit-deck", "omni-channel-capture-strategy", "omni-channel-capture-solution");
    var lead = town.lead("probe@example.cn");
    assertThat(lead.at("mails", 1, "read").value()).isEqualTo(true);
    assertThat(lead.at("lastSent", "content").text()).isEqualTo("omni-channel-capture-solution");
    assertThat(lead.at("lastSent", "read").value()).isEqualTo(false);
    assertThat(lead.at("nextDue", "at").text())
        .isEqualTo(town.now().plus(Duration.ofDays(7)).toString());
  }

  @Test
  @Tag("R60")
  @Tag("R99")
  @Tag("R104")
  @Tag("R105")
  void anMqlIsHandedOverOnceAndSalesAcceptIt() throws Exception {
    town.register("mql@example.cn", ready("13800138006"));
    assertThat(town.lead("mql@example.cn").at("placement", "stage").text()).isEqualTo("mql");
    var handoff = handoffOf("mql@example.cn");
    assertThat(handoff.at("dossier").toString())
        .contains("summit-talk", "lead-scoring", "within-3-months", "manufacturing");
    assertThat(handoff.at("dossier", "page").text())
        .endsWith("/console/leads/" + town.lead("mql@example.cn").at("id").text());

    // Sales may press the button twice: it is one move.
    for (int times = 0; times < 2; times++) {
      town.verdict(handoff.at("id").text(), "{\"verdict\":\"accepted\"}");
      town.quiet();
    }
    var lead = town.lead("mql@example.cn");
    assertThat(lead.at("placement", "stage").text()).isEqualTo("sql");
    assertThat(lead.at("moves").list().stream().filter(m -> m.at("stage").text().equals("sql")))
        .hasSize(1);
    town.pass(Duration.ofDays(1));
    assertThat(received("mql@example.cn")).hasSize(1);
  }

  @Test
  @Tag("R39")
  @Tag("R57")
  @Tag("R60")
  @Tag("R102")
  void aLeadWalksFromTheFirstVisitToTheSignedContractAndEachStepNamesItsRule() throws Exception {
    var answers =
        Map.of("industry", "manufacturing", "need", "lead-scoring", "mobile", "13800138066");
    town.register("walk@example.cn", answers);
    town.pass(Duration.ofMinutes(1));
    var call = Map.of("outcome", "reached", "answers", Map.of("plan", "within-3-months"));
    var path = "/local/leads/" + town.lead("walk@example.cn").at("id").text() + "/calls";
    var answer = town.visitor("en").post(path, "application/json", Json.compose(call));
    assertThat(answer.statusCode()).isEqualTo(202);
    town.quiet();
    var handoff = handoffOf("walk@example.cn").at("id").text();
    for (var verdict : List.of("accepted", "accepted", "won")) {
      town.pass(Duration.ofMinutes(1));
      town.verdict(handoff, "{\"verdict\":\"" + verdict + "\"}");
      town.quiet();
    }

    assertThat(town.lead("walk@example.cn").at("journeys").list())
        .filteredOn(j -> j.at("journey").text().equals("high-value"))
        .extracting(j -> j.at("outcome").text())
        .containsExactly("left");
    var moves = town.lead("walk@example.cn").at("moves").list();
    assertThat(moves)
        .extracting(move -> move.at("stage").text())
        .containsExactly("traffic", "mil", "mql", "sql", "customer");
    for (var move : moves) {
      assertThat(move.at("because").toString())
          .contains("stage " + move.at("stage").text(), "pool " + move.at("pool").text());
    }
  }

  @Test
  @Tag("R65")
  void aReturnedMqlGoesToThePoolOfItsReason() throws Exception {
    town.register("back@example.cn", ready("13800138007"));
    var handoff = handoffOf("back@example.cn").at("id").text();

    town.verdict(handoff, "{\"verdict\":\"returned\",\"reason\":\"unreachable\"}");
    town.quiet();

    var lead = town.lead("back@example.cn");
    assertThat(lead.at("placement", "pool").text())
        .isEqualTo(
            dev.trellis.playbook.PlaybookReader.read(Path.of("../../infra/playbook"))
                .returns()
                .get("unreachable"));
    assertThat(lead.at("moves").texts("pool")).contains("mql", "mil/low");
  }

  @Test
  @Tag("R17")
  void theSamePersonFromASecondPhoneIsOneLeadOnceSomebodySaysSo() throws Exception {
    town.register("phone-one@example.cn", Map.of("mobile", "138 0013 8008"));
    town.register("phone-two@example.cn", Map.of("mobile", "+86 13800138008"));

    var one = town.lead("phone-one@example.cn");
    var two = town.lead("phone-two@example.cn");
    assertThat(one.at("profile", "claims", 0, "other").text()).isEqualTo(two.at("id").text());
    assertThat(two.at("profile", "claims", 0, "other").text()).isEqualTo(one.at("id").text());
    assertThat(one.at("profile", "identities").toString()).doesNotContain("phone-two@");

    var path = "/local/leads/" + two.at("id").text() + "/join/" + one.at("id").text();
    assertThat(town.visitor("en").post(path, "application/json", "{}").statusCode()).isEqualTo(202);
    town.quiet();

    var leads =
        town.leads().stream().filter(l -> l.at("email").toString().startsWith("phone-")).toList();
    assertThat(leads).hasSize(1);
    var lead = town.json("/local/leads/" + leads.getFirst().at("id").text());
    assertThat(lead.at("events").texts("kind")).filteredOn("FormSubmitted"::equals).hasSize(2);
    assertThat(lead.at("profile", "identities").toString())
        .contains("phone-one@example.cn", "phone-two@example.cn");
  }

  @Test
  @Tag("R91")
  @Tag("R105")
  void aMergeAfterTheHandOffHandsNothingOverAgain() throws Exception {
    var older = town.visitor("zh");
    older.get("/q/summit-talk");
    town.pass(Duration.ofMinutes(1));
    town.register("merge@example.cn", ready("13800138011"));
    assertThat(town.lead("merge@example.cn").at("handoffs").list()).hasSize(1);

    var fields = older.open("/f/summit-deck?code=summit-talk");
    town.pass(Duration.ofSeconds(20));
    fields.putAll(Town.person("merge@example.cn"));
    fields.putAll(ready("13800138011"));
    older.post("/f/summit-deck", fields);
    town.pass(Duration.ofHours(1));

    var lead = town.lead("merge@example.cn");
    assertThat(lead.at("absorbed").list()).hasSize(1);
    assertThat(lead.at("placement", "pool").text()).isEqualTo("mql");
    assertThat(lead.at("handoffs").list()).hasSize(1);
  }

  @Test
  @Tag("R93")
  void aMergeDoesNotBeginTheWaitAgain() throws Exception {
    town.passToMonday();
    var answers = new java.util.TreeMap<>(ready("13800138012"));
    answers.put("plan", "no-plan");
    var older = town.visitor("zh");
    older.get("/q/summit-talk");
    town.pass(Duration.ofMinutes(1));
    town.register("goes-on@example.cn", answers);
    var due = town.lead("goes-on@example.cn").at("nextDue", "at").text();
    town.pass(Duration.ofDays(2));

    var fields = older.open("/f/summit-deck?code=summit-talk");
    town.pass(Duration.ofSeconds(20));
    fields.putAll(Town.person("goes-on@example.cn"));
    fields.putAll(answers);
    older.post("/f/summit-deck", fields);
    town.quiet();

    assertThat(town.lead("goes-on@example.cn").at("nextDue", "at").text()).isEqualTo(due);
    town.pass(Duration.ofDays(1));
    assertThat(sent("goes-on@example.cn")).contains("omni-channel-capture-strategy");
  }

  @Test
  void onePressOfUnsubscribeEndsTheMail() throws Exception {
    town.register(
        "leave@example.cn",
        Map.of("industry", "finance", "need", "lead-scoring", "mobile", "13800138009"));
    var mail = town.mailsTo("leave@example.cn").getFirst();
    var link =
        mail.at("links").list().stream()
            .map(View::text)
            .filter(l -> l.contains("/u/"))
            .findFirst()
            .orElseThrow();
    var visitor = town.visitor("zh");

    assertThat(visitor.get(link).statusCode()).isEqualTo(200);
    town.quiet();
    assertThat(town.lead("leave@example.cn").at("events").texts("kind"))
        .as("looking changes nothing")
        .doesNotContain("Unsubscribed");
    var answer = visitor.post(link, Map.of("List-Unsubscribe", "One-Click"));
    assertThat(answer.statusCode()).isEqualTo(200);
    town.pass(Duration.ofDays(4));

    assertThat(town.mailsTo("leave@example.cn")).hasSize(1);
    assertThat(town.lead("leave@example.cn").at("mails").texts("state"))
        .containsExactlyInAnyOrder("sent", "skipped");
  }

  @Test
  void whoeverUnsubscribedGetsNothingUntilTheyComeBackByTheLink() throws Exception {
    var answers = Map.of("industry", "finance", "need", "lead-scoring", "mobile", "13800138010");
    town.register("back@example.cn", answers);
    var link =
        town.mailsTo("back@example.cn").getFirst().at("links").list().stream()
            .map(View::text)
            .filter(l -> l.contains("/u/"))
            .findFirst()
            .orElseThrow();
    var visitor = town.visitor("zh");
    visitor.post(link, Map.of("unsubscribe", "all"));
    town.pass(Duration.ofMinutes(1));

    town.register("back@example.cn", answers);
    assertThat(town.mailsTo("back@example.cn"))
        .as("and the question whether it was they")
        .hasSize(2);
    assertThat(visitor.get(link + "?lang=zh").body()).asString(UTF_8).contains("重新接收邮件");

    assertThat(visitor.post(link, Map.of("again", "all")).statusCode()).isEqualTo(200);
    town.pass(Duration.ofMinutes(1));
    town.register("back@example.cn", answers);
    assertThat(town.mailsTo("back@example.cn")).hasSize(3);
  }

  @Test
  @Tag("R9")
  void whoeverUnsubscribedComesBackByAFormThatTheyConfirm() throws Exception {
    town.register("return@example.cn", Map.of("mobile", "13800138011"));
    var visitor = town.visitor("zh");
    visitor.post(linkTo("return@example.cn", "/u/"), Map.of("unsubscribe", "all"));
    town.pass(Duration.ofMinutes(1));
    town.register("return@example.cn", Map.of());
    assertThat(town.mailsTo("return@example.cn")).hasSize(2);

    town.pass(Duration.ofHours(1));
    var confirmed =
        visitor.post(linkTo("return@example.cn", "/confirm/"), Map.of("confirm", "all"));
    assertThat(Visitor.text(confirmed)).contains("确认成功");
    town.quiet();

    assertThat(town.mailsTo("return@example.cn")).hasSize(3);
    assertThat(town.mailsTo("return@example.cn").getLast().toString()).contains("/c/");
    town.register("return@example.cn", Map.of());
    assertThat(town.mailsTo("return@example.cn")).hasSize(4);
  }

  private String linkTo(String address, String kind) throws Exception {
    return town.mailsTo(address).getLast().at("links").list().stream()
        .map(View::text)
        .filter(l -> l.contains(kind))
        .findFirst()
        .orElseThrow();
  }
}
