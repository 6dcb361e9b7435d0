package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.console.desk.GroupDesk;
import dev.trellis.console.html.Words;
import dev.trellis.console.page.GroupForm;
import dev.trellis.memory.InMemoryGroups;
import dev.trellis.memory.InMemoryTables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A group as somebody fills in the form. */
@Tag("R50")
class GroupSheetTest {

  private final InMemoryGroups groups = new InMemoryGroups(new InMemoryTables());
  private final GroupDesk desk =
      new GroupDesk(
          groups,
          DefaultPlaybook.PLAYBOOK,
          DefaultPlaybook.ROOT,
          InstantSource.fixed(Instant.EPOCH));

  private static GroupSheet sheet(String... namesAndValues) {
    var typed =
        new TreeMap<>(
            Map.of("of", "PROSPECTS", "id", "quiet-cfos", "zh", "财务负责人", "en", "Quiet: \"CFOs\""));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      typed.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new GroupSheet(typed);
  }

  private GroupDesk.Written write(GroupSheet sheet) {
    return desk.write(sheet.id(), sheet.text());
  }

  @Test
  void rowsAreOneConditionOfWhichAllMustHold() {
    var sheet =
        sheet(
            "field0",
            "city",
            "asks0",
            "IN",
            "value0",
            "上海， Shanghai",
            "field1",
            "email",
            "asks1",
            "KNOWN",
            "field2",
            "title",
            "asks2",
            "IS",
            "value2",
            "CFO: \"finance\"",
            "field3",
            "mobile",
            "asks3",
            "UNKNOWN");

    assertThat(write(sheet)).isEqualTo(new GroupDesk.Kept("quiet-cfos", 1));
    var made = groups.all().getFirst().audience();
    assertThat(made.who().toString())
        .contains("city in", "上海", "email known", "CFO: \"finance\"", "mobile");
    assertThat(made.name().in("en")).isEqualTo("Quiet: \"CFOs\"");
  }

  @Test
  void aFilteredListBecomesTheGroupThatAsksTheSame() {
    var grades = DefaultPlaybook.PLAYBOOK.scoring().grades();
    var asked =
        Map.of(
            "stage", "mil",
            "heat", "warm",
            "owner", "li: lei",
            "grade", "B3",
            "touch", "30",
            "pool", "mil/high",
            "source", "summit-talk");
    var typed = new TreeMap<>(GroupSheet.of(asked, grades).typed());
    typed.putAll(Map.of("id", "mine", "zh", "我的", "en", "Mine"));

    assertThat(write(new GroupSheet(typed))).isEqualTo(new GroupDesk.Kept("mine", 1));
    assertThat(groups.all().getFirst().audience().who().toString())
        .contains("stage is mil", "heat is warm", "lastTouch known", "not lastTouch older than")
        .contains("fit at least 30", "not fit at least 60", "not activity at least 5")
        .doesNotContain("li: lei", "summit");
    assertThat(GroupSheet.unasked(asked)).containsExactly("pool", "owner", "source");
    assertThat(GroupSheet.of(Map.of("pool", "mil"), grades)).isEqualTo(GroupSheet.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2", "C3"})
  void everyGradeAndLastTouchIsAGroup(String grade) {
    for (var touch : List.of("7", "over-90")) {
      var asked = Map.of("grade", grade, "touch", touch, "tag", "need:lead-scoring");
      var typed =
          new TreeMap<>(GroupSheet.of(asked, DefaultPlaybook.PLAYBOOK.scoring().grades()).typed());
      typed.putAll(Map.of("id", "mine-" + touch, "zh", "我的", "en", "Mine"));
      assertThat(write(new GroupSheet(typed))).isInstanceOf(GroupDesk.Kept.class);
    }
  }

  @Test
  void whoeverKnowsTheWordsWritesThem() {
    var sheet = sheet("who", "any:\n  - city: { is: 北京 }\n  - need: { known: true }");
    assertThat(write(sheet)).isInstanceOf(GroupDesk.Kept.class);
    assertThat(groups.all().getFirst().audience().who().toString()).contains(" or ");
  }

  @Test
  void whatIsNotTakenIsShownAgainAsItWasTyped() {
    var sheet = sheet("id", "<b>", "field0", "email", "asks0", "KNOWN", "who", "<script>: [");
    assertThat(write(sheet)).isInstanceOf(GroupDesk.Unread.class);
    for (var language : List.of("zh", "en")) {
      var page =
          new GroupForm(DefaultPlaybook.PLAYBOOK, new Words(language, ZoneOffset.UTC))
              .refused(sheet, List.of("<i>why</i>"));
      assertThat(page)
          .contains("value=\"&lt;b&gt;\"", "&lt;script&gt;", "&lt;i&gt;why")
          .contains("value=\"email\" selected")
          .doesNotContain("<script>", "<b>", "<i>");
    }
    assertThat(groups.all()).isEmpty();
  }

  @Test
  void nothingAskedIsNobodysGroup() {
    assertThat(write(sheet())).isInstanceOf(GroupDesk.Unread.class);
  }
}
