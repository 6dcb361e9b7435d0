package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people do to a lead on its page: told once, shown within seconds, taken back. */
class DeedsStoryTest extends TownStory {

  @Test
  @Tag("R67")
  void whoIsMovedByHandStandsThereUntilTheDayIsOver() throws Exception {
    var path = lead("moved@example.cn", "13800138301");
    var before = town.json(path).at("placement", "pool").text();

    var last = town.now().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().plusDays(2);
    act(path + "/move", Map.of("pool", "mil/high", "until", last + "", "reason", "meets us"));
    assertThat(town.json(path).at("placement", "pool").text())
        .isEqualTo("mil/high")
        .isNotEqualTo(before);
    var over = last.plusDays(1) + " 00:00";
    assertThat(town.html(path, "zh")).contains("local 手工移入池「", over);
    assertThat(town.html(path, "en")).contains("by local until " + over, "End it now");

    town.pass(Duration.ofDays(4));
    assertThat(town.json(path).at("placement", "pool").text()).isEqualTo(before);
    assertThat(town.html(path, "en")).doesNotContain("End it now");
  }

  @Test
  @Tag("R24")
  @Tag("R67")
  void whatWasDoneIsTakenBack() throws Exception {
    var path = lead("undone@example.cn", "13800138302");
    var before = town.json(path).at("placement", "pool").text();

    act(
        path + "/move",
        Map.of(
            "stage",
            "mql",
            "until",
            town.now().plus(Duration.ofDays(20)).toString().substring(0, 10),
            "reason",
            "the boss"));
    assertThat(town.json(path).at("placement", "stage").text()).isEqualTo("mql");
    act(path + "/undo/" + last(path, "PlacedByHand"), Map.of());
    assertThat(town.json(path).at("placement", "pool").text()).isEqualTo(before);

    act(path + "/values", Map.of("field", "company", "value", "另一家 <b>公司</b>", "reason", ""));
    assertThat(town.html(path, "zh"))
        .contains("另一家 &lt;b&gt;公司&lt;/b&gt;", "撤销")
        .doesNotContain("<b>公司");
    act(path + "/undo/" + last(path, "Overridden"), Map.of());
    assertThat(town.html(path + "?done=undone", "en")).contains("Taken back.");
    assertThat(town.json(path).at("profile").toString()).doesNotContain("\"shown\":\"另一家");
    assertThat(town.html(path + "?done=%3Cb%3Ex", "en")).doesNotContain("<b>x", "role=\"status\"");
    assertThat(town.visitor("en").post("/local/leads/nobody/move", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  @Tag("R45")
  void whoeverToldSalesToStopGetsNoMailAndNobodyMayTakeItBack() throws Exception {
    var path = lead("stop@example.cn", "13800138303");
    town.pass(Duration.ofHours(1));
    var mails = town.mailsTo("stop@example.cn").size();

    act(path + "/unsubscribe", Map.of());
    assertThat(town.html(path, "zh")).contains("退订", "告知 local");
    town.pass(Duration.ofDays(30));
    assertThat(town.mailsTo("stop@example.cn")).hasSize(mails);
  }

  @Test
  void severalAreGivenAnOwnerAndErasingAsksOnceMore() throws Exception {
    var one = lead("one@example.cn", "13800138304");
    var two = lead("two@example.cn", "13800138305");
    assertThat(town.html("/local/leads", "en"))
        .contains("type=\"checkbox\" name=\"lead\"", "/local/leads.csv");

    var answer =
        town.visitor("en")
            .post(
                "/local/leads/owner",
                "application/json",
                Json.compose(Map.of("lead", List.of(id(one), id(two)), "owner", "li.na")));
    assertThat(answer.statusCode()).isEqualTo(202);
    town.quiet();
    for (var path : List.of(one, two)) {
      assertThat(town.html(path, "en")).contains("li.na");
    }
    assertThat(Visitor.text(town.answer("/local/leads.csv?owner=li.na")).lines()).hasSize(3);

    assertThat(town.html(one + "/erase", "zh")).contains("永久删除", "删除 李娜？");
    assertThat(town.answer(one).statusCode()).isEqualTo(200);
    act(one + "/erase", Map.of());
    assertThat(town.answer(one).statusCode()).isEqualTo(404);
  }

  @Test
  @Tag("R88")
  void theScoreHasACurveWithItsNumbersBeside() throws Exception {
    var path = lead("curve@example.cn", "13800138306");
    assertThat(town.html(path, "en")).contains("Known for less than a week.");
    town.pass(Duration.ofDays(15));
    assertThat(town.html(path, "en"))
        .contains("<svg class=\"curve\" role=\"img\"", "<title id=\"curve-title\">", "last week.")
        .contains("The numbers");
    assertThat(town.html(path, "zh")).contains("最近八周的得分", "最近一周");
  }

  private void act(String path, Map<String, String> form) throws Exception {
    town.pass(Duration.ofMinutes(1)); // what is told in one instant has no order
    var answer = town.visitor("en").post(path, form);
    assertThat(answer.statusCode()).as(Visitor.text(answer)).isIn(202, 303);
    town.quiet();
  }

  private String last(String path, String kind) throws Exception {
    return town.json(path).at("events").list().stream()
        .filter(event -> event.at("kind").text().equals(kind))
        .map(event -> event.at("id").text())
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String lead(String address, String mobile) throws Exception {
    town.register(address, Map.of("mobile", mobile));
    return "/local/leads/" + town.lead(address).at("id").text();
  }
}
