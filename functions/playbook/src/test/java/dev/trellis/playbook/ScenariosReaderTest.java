package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.playbook.Scenarios;
import dev.trellis.core.playbook.Scenarios.Kind;
import dev.trellis.playbook.yaml.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenariosReaderTest {

  @Test
  @Tag("R73")
  void threeMapsShipEachWithEntryTouchAndFeedback() {
    var maps = DefaultPlaybook.PLAYBOOK.scenarios().all();

    assertThat(maps)
        .extracting(Scenarios.Scenario::id)
        .containsExactly("wechat", "online-event", "offline-event");
    assertThat(maps)
        .allSatisfy(map ->
            assertThat(map.steps()).extracting(Scenarios.Step::kind).contains(Kind.values()));
  }

  @ParameterizedTest
  @Tag("R73")
  @CsvSource({
    "happened: ChannelFollowed, happened: ChannelFolowed, 'nothing is called \"ChannelFolowed\"', ChannelFollowed",
    "channel: expo, channel: expos, '\"expos\" is none we know', expo",
    "kind: entry, kind: start, '\"start\" is none we know', 'entry, feedback, touch'",
    "'done: { when: { wecom: { known: true } } }', 'done: { code: poster }', says neither what holds nor what happened, happened:",
    "'happened: CallRecorded }', 'happened: CallRecorded, code: poster }', 'names the code \"poster\", which does not exist', summit-talk",
    "id: online-event, id: wechat, 'a second scenario \"wechat\"', Give it another id",
  })
  void whatIsWrongIsReportedWithLineAndRemedy(
      String right, String wrong, String what, String remedy) {
    var thrown =
        catchThrowableOfType(
            PlaybookException.class, () -> DefaultPlaybook.with("scenarios.yaml", right, wrong));

    assertThat(thrown).isNotNull();
    assertThat(thrown.problems())
        .anySatisfy(p -> {
          assertThat(p.file()).isEqualTo("scenarios.yaml");
          assertThat(p.line()).isGreaterThan(4);
          assertThat(p.what()).isEqualTo(what);
          assertThat(p.remedy()).contains(remedy);
        });
  }

  @Test
  @Tag("R73")
  void aMapWithoutFeedbackIsRefused() {
    var thrown =
        catchThrowableOfType(
            PlaybookException.class,
            () -> DefaultPlaybook.with("scenarios.yaml", "kind: feedback", "kind: touch"));

    assertThat(thrown.problems())
        .extracting(Problem::what)
        .contains("the scenario has no step of the kind feedback");
  }
}
