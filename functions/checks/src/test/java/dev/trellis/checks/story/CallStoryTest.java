package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sales logs calls on the page of a lead, is reminded when to call again, and once. */
@Tag("R102")
class CallStoryTest extends TownStory {

  private static final String DESK = "sdr@trellis.example";
  private static final String NOTE = "<script>alert('x')</script> prefers mornings";

  @Test
  void whoSaidWhenToCallAgainIsMailedThenAndOnce() throws Exception {
    var path = lead("again@example.cn", "13800138201");
    var page = town.html(path, "en");
    assertThat(page).contains("action=\"" + path + "/calls\"", "Asked to be called again");

    var answer =
        town.visitor("en").post(path + "/calls", sheet("callback", "2026-10-28T10:00", NOTE));
    assertThat(answer.statusCode()).as(Visitor.text(answer)).isEqualTo(303);
    town.quiet();
    assertThat(town.json(path).at("callback").text()).isEqualTo("2026-10-28T02:00:00Z");
    for (var said : Map.of("en", "Asked to be called again", "zh", "请稍后再打").entrySet()) {
      assertThat(town.html(path, said.getKey()))
          .contains(said.getValue(), "2026-10-28 10:00", "&lt;script&gt;")
          .doesNotContain("<script>alert");
    }
    assertThat(reminders("again@example.cn")).isEmpty();

    town.pass(Duration.ofDays(1));
    assertThat(reminders("again@example.cn")).isEmpty();
    assertThat(due()).doesNotContain(id(path));
    town.pass(Duration.ofHours(26));
    assertThat(due()).contains(id(path));
    assertThat(reminders("again@example.cn"))
        .singleElement()
        .satisfies(mail ->
            assertThat(mail.at("text").text())
                .contains("2026-10-28 10:00", "13800138201", "/console/leads/" + id(path))
                .doesNotContain("mornings"));
    town.pass(Duration.ofDays(3));
    assertThat(reminders("again@example.cn")).hasSize(1);
  }

  @Test
  void aCallBeforeMakesTheReminderNeedless() throws Exception {
    var path = lead("before@example.cn", "13800138202");
    town.visitor("en").post(path + "/calls", sheet("callback", callback(2), ""));
    town.quiet();
    town.pass(Duration.ofHours(1));
    town.visitor("en").post(path + "/calls", sheet("not-interested", "", ""));
    town.quiet();

    assertThat(town.json(path).at("callback").value()).isNull();
    town.pass(Duration.ofDays(3));
    assertThat(reminders("before@example.cn")).isEmpty();
  }

  @Test
  @Tag("R17")
  @Tag("R45")
  void aNoteIsInTheTimelineAndTheExportAndGoesWithThePerson() throws Exception {
    var path = lead("noted@example.cn", "13800138203");
    var note = Json.compose(Map.of("text", NOTE));
    assertThat(town.visitor("en").post(path + "/notes", "application/json", note).statusCode())
        .isEqualTo(202);
    assertThat(
            town.visitor("en").post("/local/leads/nobody/notes", Map.of("text", "x")).statusCode())
        .isEqualTo(404);
    town.quiet();

    assertThat(town.html(path, "zh")).contains("prefers mornings").doesNotContain("<script>alert");
    assertThat(town.json(path + "/export").toString()).contains("prefers mornings");
    assertThat(town.json(path).at("events").texts("kind")).contains("NoteWritten");

    town.visitor("en").post(path + "/erase", "application/json", "");
    town.quiet();
    assertThat(town.answer(path).statusCode()).isEqualTo(404);
    assertThat(town.answer(path + "/export").statusCode()).isEqualTo(404);
  }

  private List<String> due() throws Exception {
    return town.json("/local/leads?callback=due").texts("id");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String lead(String address, String mobile) throws Exception {
    town.register(address, Map.of("mobile", mobile));
    return "/local/leads/" + town.lead(address).at("id").text();
  }

  private static Map<String, String> sheet(String outcome, String callback, String note) {
    return Map.of("outcome", outcome, "callback", callback, "note", note, "answer.name", "");
  }

  private String callback(int days) {
    return town.now()
        .atZone(ZoneId.of("Asia/Shanghai"))
        .plusDays(days)
        .toLocalDateTime()
        .toString();
  }

  private List<View> reminders(String address) throws Exception {
    return town.mailsTo(DESK).stream()
        .filter(mail -> mail.at("subject").text().startsWith("约定回电"))
        .filter(mail -> mail.at("text").text().contains(address))
        .toList();
  }
}
