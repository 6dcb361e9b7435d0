package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.playbook.Calls.Again;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.profile.Field;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R102")
class CallsReaderTest {

  @Test
  void aFormWithOutcomesInBothLanguagesAndAReminderShip() {
    var playbook = DefaultPlaybook.PLAYBOOK;
    var calls = playbook.calls();

    assertThat(calls.outcomes().keySet())
        .containsExactly(
            "reached", "interested", "callback", "no-answer", "not-interested", "wrong-person");
    assertThat(calls.outcomes().get("callback").callback()).isEqualTo(Again.NEEDED);
    assertThat(calls.outcomes().get("not-interested").callback()).isEqualTo(Again.NONE);
    assertThat(calls.outcomes().get("interested").needs()).containsExactly("need", "plan");
    assertThat(calls.mailbox("sales-east")).isPresent();
    assertThat(calls.mailbox("nobody")).isEmpty();
    assertThat(playbook.journeys().get("callback").trigger()).isEqualTo(new Trigger.CallsBack());
    for (var said : Map.of("zh", "无人接听", "en", "No answer").entrySet()) {
      assertThat(
              new PlaybookVocabulary(playbook, said.getKey())
                  .wordName(Field.CALL_OUTCOME, "no-answer"))
          .contains(said.getValue());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'fields: [name,', 'fields: [crm.stage, name,', 'asks for \"crm.stage\", which no call may tell', fields.yaml",
    "'needs: [need, plan]', 'needs: [need, plans]', 'names the field \"plans\", which does not exist', plan",
    "callback: needed, callback: sure, '\"sure\" is unknown here', 'none, asked, needed'",
    "id: no-answer, id: reached, 'a second outcome \"reached\"', Give it another id",
    "callback: needed, call-back: needed, 'unknown key \"call-back\"', callback",
    "'Sales East <sales-east@trellis.example>', 'Sales East', 'the mailbox of \"sales-east\" is none', Name <address>",
  })
  void whatIsWrongIsReportedWithLineAndRemedy(
      String right, String wrong, String what, String remedy) {
    var thrown =
        catchThrowableOfType(
            PlaybookException.class, () -> DefaultPlaybook.with("calls.yaml", right, wrong));

    assertThat(thrown).isNotNull();
    assertThat(thrown.problems())
        .anySatisfy(p -> {
          assertThat(p.file()).isEqualTo("calls.yaml");
          assertThat(p.line()).isPositive();
          assertThat(p.what()).isEqualTo(what);
          assertThat(p.remedy()).contains(remedy);
        });
  }
}
