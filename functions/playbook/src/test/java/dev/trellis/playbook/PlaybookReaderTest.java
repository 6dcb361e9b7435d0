package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Machines;
import dev.trellis.playbook.yaml.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybookReaderTest {

  @TempDir private Path root;

  @BeforeEach
  void copyTheDefaultPlaybook() throws IOException {
    DefaultPlaybook.copyTo(root);
  }

  @Test
  void optionsComeInTheOrderInWhichTheyAreWritten() {
    var playbook = PlaybookReader.read(Path.of("../../infra/playbook"));
    assertThat(playbook.options("factors"))
        .containsExactly("price", "integration", "compliance", "service", "references");
    for (var field : playbook.fields().byId().values()) {
      assertThat(playbook.options(field.id()))
          .as(field.id())
          .startsWith(field.options().stream().map(o -> o.id()).distinct().toArray(String[]::new));
    }
  }

  @Test
  void theDefaultPlaybookReads() {
    var playbook = PlaybookReader.read(root);

    assertThat(playbook.forms()).containsOnlyKeys("summit-deck", "newsletter");
    assertThat(playbook.codes()).containsKey("summit-talk");
    assertThat(playbook.journeys()).containsKeys("summit-deck", "high-value", "mql-handoff");
  }

  @Test
  @Tag("R5")
  void onlyARetiredCodeMayLeadNowhereAndAnotherInUseLeadsOn() throws IOException {
    var retired =
        "    form: summit-deck\n  - id: wall\n    event: summit-2026\n    placement: wall\n";
    replace("codes.yaml", "    form: summit-deck\n", retired);
    assertThat(problem().toString())
        .matches("codes.yaml:\\d+: \"form\" is missing.*retired: true.*");

    replace("codes.yaml", "placement: wall\n", "placement: wall\n    retired: true\n");
    replace("codes.yaml", "retired: true\n", "retired: true\n    instead: wall\n");
    assertThat(problem().toString())
        .matches("codes.yaml:\\d+: names the code \"wall\", .*summit-talk.*");

    replace("codes.yaml", "instead: wall", "instead: summit-talk");
    assertThat(PlaybookReader.read(root).codes().get("wall"))
        .isEqualTo(new Code("wall", "summit-2026", "wall", null, null, true, "summit-talk"));

    replace("codes.yaml", "    retired: true\n    instead", "    form: summit-deck\n    instead");
    assertThat(problem().toString())
        .matches("codes.yaml:\\d+: \"instead\" is not followed .*retired: true.*");
  }

  @Test
  void aDayOfEveryYearIsOneAndCanBeTheLastOfFebruary() throws IOException {
    for (var wrong : List.of("02-30", "10-03/10-01", "00-01")) {
      replace("holidays.yaml", "off: [01-01,", "off: [\"%s\", 01-01,".formatted(wrong));
      assertThat(problem().toString())
          .matches("holidays.yaml:\\d+: \"" + wrong + "\" are no days of a year.*10-01/10-03.*");
      replace("holidays.yaml", "\"%s\", ".formatted(wrong), "");
    }
    replace("holidays.yaml", "off: [01-01,", "off: [02-29, 01-01,");
    var china = PlaybookReader.read(root).rhythm().workdays().holidays().get("CN");
    assertThat(china.every())
        .hasToString("[--01-01, --02-29, --05-01, --05-02, --10-01, --10-02, --10-03]");
  }

  @Test
  @Tag("R9")
  void aFormThatAsksForAConfirmationNeedsAJourneyThatAsksForIt() throws IOException {
    replace(
        "journeys/newsletter.yaml", "on: { submits: newsletter }", "on: { submits: summit-deck }");

    assertThat(problem().toString())
        .matches(
            "forms/newsletter.yaml:\\d+: no journey asks for the confirmation.*kind confirmation");
  }

  @Test
  @Tag("R9")
  void aMailThatAsksForAConfirmationNeedsTheLink() throws IOException {
    replace("mails/confirm-address.zh.md", "{{confirm}}", "{{link}}");

    assertThat(problem().file()).isEqualTo("mails/confirm-address.zh.md");
    assertThat(problem().remedy()).contains("{{confirm}}");
  }

  @Test
  @Tag("R10")
  void aCallToActionThatLeadsNowhereIsRefusedWithItsLine() throws IOException {
    replace("ctas.yaml", "target: { form: newsletter }", "target: { form: letter }");

    assertThat(problem().toString())
        .matches("ctas.yaml:\\d+: names the form \"letter\", which does not exist.*newsletter.*");
  }

  @Test
  @Tag("R10")
  void aCommunityNeedsAPageAndAContentAFormForStrangers() throws IOException {
    replace("ctas.yaml", ", page: \"https://trellis.example/community\"", "");
    replace("ctas.yaml", "content: basics-first-ninety-days", "content: case-general");
    replace("ctas.yaml", "places: [mail, content-page]", "places: [site]");

    assertThat(problems())
        .extracting(Problem::remedy)
        .anyMatch(r -> r.contains("Add \"page: https://"))
        .anyMatch(r -> r.contains("Add a form with \"content: case-general\""));
  }

  @Test
  @Tag("R10")
  void aMailMayHoldOnlyCallsToActionThatArePlacedInMails() throws IOException {
    replace("mails/win-back.en.md", "{{cta.subscribe}}", "{{cta.summit}} {{cta.nothing}}");
    var line =
        1
            + Files.readAllLines(root.resolve("mails/win-back.en.md")).stream()
                .takeWhile(text -> !text.contains("{{cta.nothing}}"))
                .count();

    assertThat(problems())
        .allMatch(p -> p.toString().startsWith("mails/win-back.en.md:" + line + ": "))
        .extracting(Problem::what)
        .anyMatch(w -> w.contains("\"summit\", which has no place in mails"))
        .anyMatch(w -> w.contains("\"nothing\", which does not exist"));
  }

  @Test
  void brokenYamlIsReportedWithItsLine() throws IOException {
    replace("crm.yaml", "handOffTo: stand-in", "handOffTo: [stand-in");

    assertThat(problem().file()).isEqualTo("crm.yaml");
    assertThat(problem().what()).startsWith("is not YAML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailbox", "mailPace", "crm.status", "fit"})
  void aCrmTellsNothingThatOnlyTrellisSets(String field) throws IOException {
    replace("crm.yaml", "products: products", "products: " + field);

    assertThat(problems())
        .anyMatch(
            p -> p.file().equals("crm.yaml") && p.what().startsWith("stand-in tells \"" + field));
  }

  @Test
  @Tag("R24")
  void aLabelOfACrmMeansAnOptionThatThereIs() throws IOException {
    replace("crm.yaml", "银行业: finance", "银行业: banking");

    assertThat(problems())
        .anyMatch(p ->
            p.toString()
                .matches(
                    "crm.yaml:\\d+: the label \"银行业\" means \"banking\", which is no option of"
                        + " industry. Use one of: education, .*"));
  }

  @Test
  void aMisspeltKeyDoesNotPassInSilence() throws IOException {
    replace("scoring.yaml", "halfLife:", "halflife:");

    assertThat(problems())
        .anyMatch(p ->
            p.toString()
                .matches(
                    "scoring.yaml:\\d+: unknown key \"halflife\"\\. Use one of: .*halfLife.*"));
  }

  @Test
  @Tag("R54")
  void aStageWithoutOwnerOrSopIsRefused() throws IOException {
    replace("stages.yaml", "    team: sdr\n", "");

    assertThat(problem().what()).isEqualTo("has no \"team\"");
    assertThat(problem().remedy()).isEqualTo("Add \"team:\" to it");
  }

  @Test
  @Tag("R54")
  void aStageWithoutCriteriaOrATeamOrUnderTheSameNameIsRefused() throws IOException {
    replace("stages.yaml", "    when:\n      crm.status: { is: won }\n", "");
    assertThat(problem().toString())
        .matches("stages.yaml:\\d+: the stage \"customer\" has no criteria.*when:.*");

    replace("stages.yaml", "    team: customer-success\n", "    team: \"\"\n");
    assertThat(problems()).anyMatch(p -> p.what().equals("\"team\" is empty"));

    replace("stages.yaml", "  - id: sql\n", "  - id: mql\n");
    assertThat(problems()).anyMatch(p -> p.what().equals("a second stage \"mql\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stages.yaml | plan: { within | plann: { within | plann",
        "stages.yaml | [manufacturing, | [manufacturng, | manufacturng",
        "pools.yaml | when: { need: { known | when: { nead: { known | nead",
        "pools.yaml | stage: { is: mql } | stage: { is: mqll } | mqll",
        "pools.yaml | returned: { facts: [need, | returned: { facts: [nead, | nead",
        "pools.yaml | - id: low | - id: mid | mil/mid",
        "audiences.yaml | need: { in: [lead-scoring, | need: { in: [lead-scorng, | lead-scorng",
      })
  @Tag("R53")
  void aSlipOfThePenInACriterionDoesNotPassInSilence(
      String file, String right, String wrong, String named) throws IOException {
    replace(file, right, wrong);

    assertThat(problems())
        .anyMatch(p -> p.file().equals(file) && p.line() > 1 && p.what().contains(named));
  }

  @Test
  @Tag("R65")
  void everyReturnReasonLeadsToAPool() throws IOException {
    replace("pools.yaml", "no-budget: mil/high", "no-budget: mil/nowhere");

    assertThat(problem().what()).contains("no-budget", "mil/nowhere");
    assertThat(problem().remedy()).contains("mil/high");
  }

  @Test
  @Tag("R64")
  void theLastPoolOfALevelTakesTheRest() throws IOException {
    replace(
        "pools.yaml",
        "  - id: traffic\n",
        "  - id: traffic\n    when: { email: { known: true } }\n");

    assertThat(problem().what()).contains("a lead may have no pool");
  }

  @Test
  @Tag("R80")
  void aContentWithoutTopicIsRefused() throws IOException {
    var contents = Files.readString(root.resolve("contents.yaml"));
    Files.writeString(
        root.resolve("contents.yaml"), contents.replaceFirst("\n +topic: [^\n]+", ""));

    assertThat(problem().what()).isEqualTo("has no \"topic\"");
  }

  @Test
  void aMissingFileATextNotTranslatedAndALostNameAreReported() throws IOException {
    Files.delete(root.resolve("mails/solution.en.md"));
    assertThat(problem().what()).contains("not written in \"en\"");
    Files.copy(root.resolve("mails/solution.zh.md"), root.resolve("mails/solution.en.md"));
    replace("journeys/summit-deck.yaml", "content: summit-deck", "content: summit-dock");
    assertThat(problem().what()).contains("summit-dock");
    replace("journeys/summit-deck.yaml", "content: summit-dock", "content: summit-deck");
    Files.delete(root.resolve("files/summit-deck.zh.html"));
    assertThat(problem().what()).isEqualTo("no file \"files/summit-deck.zh.html\"");
  }

  @Test
  void aFileOutsideThePlaybookIsRefused() throws IOException {
    replace("contents.yaml", "files/summit-deck.zh.html", "../pom.xml");

    assertThat(problem().what()).contains("no file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "lang", "code", "kiosk"})
  void aQuestionIsNotCalledLikeAFieldOfThePage(String id) throws IOException {
    replace("forms/summit-deck.yaml", "  - id: company\n", "  - id: " + id + "\n");

    assertThat(problem().toString())
        .matches("forms/summit-deck.yaml:\\d+: the question \"" + id + "\" has the name .*");
    assertThat(problem().remedy()).contains("code, kiosk, lang, nonce");
  }

  @ParameterizedTest
  @CsvSource({"P30D, P30D", "P2W, P14D", "PT12H, PT12H", "P1DT6H, PT30H"})
  void aDurationIsReadAsItIsWritten(String text, String as) throws IOException {
    replace("scoring.yaml", "halfLife: P30D", "halfLife: " + text);

    var days = as.contains("T") ? Duration.parse(as) : Duration.ofDays(Period.parse(as).getDays());
    assertThat(PlaybookReader.read(root).scoring().halfLife()).isEqualTo(days);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1M", "P1Y", "P1M2D", "a month"})
  void aMonthIsNoDurationSinceItsLengthVaries(String text) throws IOException {
    replace("scoring.yaml", "halfLife: P30D", "halfLife: " + text);

    assertThat(problem().toString())
        .matches("scoring.yaml:\\d+: \"" + text + "\" is not a duration .*P30D or PT12H");
  }

  @Test
  @Tag("R82")
  void theDefaultMachinesAreKnownByTheirNames() {
    var machines = PlaybookReader.read(root).machines();

    assertThat(machines.agents()).hasSizeGreaterThan(30);
    assertThat(machines.agents()).extracting(Machines.Agent::kind).contains(Machines.Kind.values());
  }

  @Test
  @Tag("R82")
  void aMachineThatNothingTellsOrThatABrowserMayBeIsRefused() throws IOException {
    replace("machines.yaml", "  - id: coremail\n    marks: [coremail]\n", "  - id: coremail\n");
    assertThat(problem().what()).isEqualTo("the machine \"coremail\" can be known by nothing");
    replace("machines.yaml", "  - id: coremail\n", "  - id: coremail\n    marks: [moz]\n");
    assertThat(problem().what()).contains("\"moz\" is so short");
    replace("machines.yaml", "marks: [moz]", "marks: [mimecast]");
    replace("machines.yaml", "id: coremail", "id: mimecast");
    assertThat(problem().what()).isEqualTo("the machine \"mimecast\" is there twice");
  }

  @Test
  @Tag("R82")
  void aPlaybookNeedNotNameMachines() throws IOException {
    Files.delete(root.resolve("machines.yaml"));

    assertThat(PlaybookReader.read(root).machines()).isEqualTo(Machines.EMPTY);
  }

  private Problem problem() {
    return problems().getFirst();
  }

  private java.util.List<Problem> problems() {
    var thrown = catchThrowableOfType(PlaybookException.class, () -> PlaybookReader.read(root));
    assertThat(thrown).as("the playbook should be refused").isNotNull();
    return thrown.problems();
  }

  private void replace(String file, String what, String by) throws IOException {
    var text = Files.readString(root.resolve(file));
    assertThat(text).contains(what);
    Files.writeString(root.resolve(file), text.replace(what, by));
  }
}
