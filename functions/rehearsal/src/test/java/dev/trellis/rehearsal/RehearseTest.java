package dev.trellis.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RehearseTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));

  /** Of so many leads some end warm. */
  private static final int SOME_WARM = 8;

  private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

  @ParameterizedTest
  @Tag("R95")
  @CsvSource({
    // Whoever waited for a Monday gets the next mail so much later.
    "always-reads, 21, 2027-02-18T00:00:00Z, hot",
    "never-reads, 11, 2027-03-11T00:00:00Z, cold",
    "all-tagged, 11, 2027-02-04T01:00:00Z, cold"
  })
  void aPersonaGetsItsMails(String persona, int mails, Instant last, String verdict) {
    var ensemble = play("--simulate=high-value", "--persona=" + persona);

    var sent = Ensemble.sent(ensemble.leads().getFirst());
    assertThat(sent).hasSize(mails);
    assertThat(sent.getLast().at()).isEqualTo(last);
    assertThat(ensemble.seenLike(Watch.OUTCOME)).containsOnlyKeys("high-value: " + verdict);
  }

  @Test
  @Tag("R110")
  void aMixIsTheSameEachTimeAndItsBooksAreBalanced() {
    var ensemble = play("--simulate=high-value", "--leads=20");
    var again = play("--simulate=high-value", "--leads=20");

    assertThat(sends(again)).isEqualTo(sends(ensemble));
    assertThat(ensemble.pending()).isZero();
    assertThat(ensemble.reasons()).containsKey("unsubscribed");
    assertThat(ensemble.seen(Watch.READ)).isPositive();
    assertThat(ensemble.seen(Watch.NOT_READ)).isPositive();
    assertThat(ensemble.seen(Watch.HELD_BY_HOUR)).as("who reads at night").isPositive();
    assertThat(ensemble.bill().mails()).isEqualTo(ensemble.in(State.SENT) + ensemble.alerts());
    assertThat(ensemble.due())
        .isEqualTo(
            ensemble.in(State.SENT) + ensemble.in(State.SKIPPED) + ensemble.in(State.UNKNOWN));
  }

  @Test
  void theReportSaysWhatBecameOfTheLeads() {
    var script = Script.parse("--simulate=high-value", "--persona=never-reads").orElseThrow();
    var ensemble = new Ensemble(new Rehearsal(script, PLAYBOOK, START).play());

    assertThat(new RehearsalReport(script, ensemble, PLAYBOOK, "en").text())
        .contains(
            "Rehearsal of high-value: 1 lead, never-reads",
            "day   3  Thu 26 Nov  strategy 1",
            "case-manufacturing",
            "not read in time 10",
            "high-value: cold 1",
            "due 11 = sent 11 + skipped 0 + pending 0 + unknown 0",
            "prices are assumptions");
    assertThat(new RehearsalReport(script, ensemble, PLAYBOOK, "zh").text())
        .contains("应发 11 = 已发 11 + 跳过 0 + 待发 0 + 未知 0", "第   3 天  11月26日 周四")
        .doesNotContainPattern("[a-z]{3,} [a-z]{2,} [a-z]{2,}");
  }

  @ParameterizedTest
  @CsvSource({"README.md, en", "README.zh.md, zh"})
  void theReadmeShowsWhatIsPrinted(String name, String language) throws IOException {
    var command = "$ mvn -Plocal -Dsimulate=high-value -Dleads=100\n";
    var readme = Files.readString(Path.of("../../infra/playbook", name));
    var sample = readme.substring(readme.indexOf(command) + command.length());
    var script = Script.parse("--simulate=high-value", "--leads=100").orElseThrow();
    var ensemble = new Ensemble(new Rehearsal(script, PLAYBOOK, START).play());

    assertThat(new RehearsalReport(script, ensemble, PLAYBOOK, language).text().lines().toList())
        .containsAll(
            sample
                .substring(0, sample.indexOf("```"))
                .lines()
                .filter(line -> !line.strip().equals("…"))
                .toList());
  }

  @ParameterizedTest
  @Tag("R9")
  @CsvSource({"always-reads, 2", "never-reads, 1"})
  void whoeverReadsTheirMailConfirmsAndTheOthersGetOnlyTheQuestion(String persona, int mails) {
    var ensemble = play("--simulate=newsletter", "--persona=" + persona);

    assertThat(Ensemble.sent(ensemble.leads().getFirst())).hasSize(mails);
  }

  @Test
  void chineseTakesTwoColumns() {
    assertThat(TerminalColumns.left("线索 a", 8)).isEqualTo("线索 a  ");
    assertThat(TerminalColumns.left("lead · b", 4)).isEqualTo("lead · b");
    assertThat(TerminalColumns.width("费用，约")).isEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void everyJourneyCanBeRehearsed(String journey) {
    var ensemble = play("--simulate=" + journey, "--leads=" + SOME_WARM);

    assertThat(ensemble.seenLike(Watch.OUTCOME + journey + ": ")).isNotEmpty();
    assertThat(ensemble.pending()).isZero();
    // The hand-off sends no mail, and a call that is due one to our own people.
    assertThat(ensemble.due() > 0).isEqualTo(!Set.of("mql-handoff", "callback").contains(journey));
  }

  static Set<String> journeys() {
    return PLAYBOOK.journeys().keySet();
  }

  @Test
  void aStageOfAJourneyIsRehearsedWithTheOneBeforeIt() {
    var script = Script.parse("--simulate=high-value-next", "--leads=" + SOME_WARM).orElseThrow();
    var ensemble = new Ensemble(new Rehearsal(script, PLAYBOOK, START).play());

    var warm = ensemble.seenLike(Watch.OUTCOME + "high-value: ").get("warm");
    var ended = ensemble.seenLike(Watch.OUTCOME + "high-value-next: ").values();
    assertThat(ended.stream().mapToLong(Long::longValue).sum()).isEqualTo(warm).isPositive();
    assertThat(new RehearsalReport(script, ensemble, PLAYBOOK, "en").text())
        .contains("so that these are rehearsed: high-value → high-value-next.");
  }

  @Test
  void namesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> play("--simulate=nurture"))
        .hasMessageContaining("no journey nurture")
        .hasMessageContaining("high-value, ");
    assertThatThrownBy(() -> Script.parse("--simulate=high-value", "--persona=reader"))
        .hasMessageContaining("always-reads, never-reads, all-tagged");
    assertThatThrownBy(() -> Script.parse("--simulate=high-value", "--leads=many"))
        .hasMessageContaining("--leads=many is no number");
    assertThat(Script.parse("--simulate=", "--leads=10")).isEmpty();
  }

  private static List<List<Instant>> sends(Ensemble ensemble) {
    return ensemble.leads().stream()
        .map(lead -> Ensemble.sent(lead).stream().map(Entry::at).toList())
        .toList();
  }

  private static Ensemble play(String... arguments) {
    var script = Script.parse(arguments).orElseThrow();
    return new Ensemble(new Rehearsal(script, PLAYBOOK, START).play());
  }
}
