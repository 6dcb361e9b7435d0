package dev.trellis.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trellis.core.DefaultPlaybook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybookReaderTest {

  @TempDir private Path root;

  @BeforeEach
  void copyTheDefaultPlaybook() throws IOException {
    DefaultPlaybook.copyTo(root);
  }

  @Test
  void theDefaultPlaybookReads() {
    var playbook = PlaybookReader.read(root);

    assertThat(playbook.forms()).containsOnlyKeys("summit-deck");
    assertThat(playbook.codes()).containsKey("summit-talk");
    assertThat(playbook.journeys()).containsKeys("summit-deck", "high-value", "mql-handoff");
  }

  @Test
  void brokenYamlIsReportedWithItsLine() throws IOException {
    replace("crm.yaml", "handOffTo: stand-in", "handOffTo: [stand-in");

    assertThat(problem().file()).isEqualTo("crm.yaml");
    assertThat(problem().what()).startsWith("is not YAML");
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
    Files.delete(root.resolve("mails/content.en.md"));
    assertThat(problem().what()).contains("not written in \"en\"");
    Files.copy(root.resolve("mails/content.zh.md"), root.resolve("mails/content.en.md"));
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
