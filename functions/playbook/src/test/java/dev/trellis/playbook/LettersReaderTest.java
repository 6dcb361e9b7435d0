package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.playbook.yaml.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter to a group is read with its hour, and what it names has to be there. */
@Tag("R92")
class LettersReaderTest {

  private static final String LETTER =
      """
      name: { zh: 春季案例, en: A case for spring }
      group: upgrade
      at: 2026-03-03T10:00
      expires: 2026-03-06T18:00
      send: { mail: case, content: case-general }
      """;

  @TempDir private Path root;

  @BeforeEach
  void copyTheDefaultPlaybook() throws IOException {
    DefaultPlaybook.copyTo(root);
    Files.createDirectories(root.resolve("letters"));
  }

  @Test
  void isAJourneyOfOneMailAndItsReadThatBeginsAtItsHourInTheCompanysZone() throws IOException {
    write(LETTER);
    var letter = PlaybookReader.read(root).journeys().get("spring");
    assertThat(letter.trigger())
        .isEqualTo(
            new Trigger.Letter(
                "upgrade",
                Instant.parse("2026-03-03T02:00:00Z"),
                Instant.parse("2026-03-06T10:00:00Z")));
    assertThat(letter.steps())
        .containsExactly(
            new Block.Send("send", "case", ContentQuery.named("case-general"), List.of()),
            new Block.AwaitRead("read", Period.ofDays(14), List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          group: upgrade        | group: upgrades         | 1 | names the group "upgrades"
          mail: case,           | mail: cases,            | 5 | names the mail "cases"
          content: case-general | content: case-none      | 5 | names the content "case-none"
          mail: case,           | mail: deck-delivery,    | 5 | "deck-delivery", which is for who asked for it
          mail: case,           | mail: alert-sdr,        | 5 | which is for our own people
          03-06T18:00           | 03-03T10:00             | 4 | expires before it goes
          03-03T10:00           | soon                    | 3 | soon
          """)
  void aMistakeIsToldWithFileLineAndRemedy(String said, String wrong, int line, String what)
      throws IOException {
    write(LETTER.replaceFirst(said, wrong));
    assertThat(problems())
        .anySatisfy(problem -> {
          assertThat(problem.file()).isEqualTo("letters/spring.yaml");
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.what()).contains(what);
          assertThat(problem.remedy()).isNotBlank();
        });
  }

  @Test
  @Tag("R50")
  void aGroupThatPeopleBuiltIsOnlyNamed() throws IOException {
    write(LETTER.replace("group: upgrade", "group: visitors-of-the-fair\nbuilt: true"));
    var letter = PlaybookReader.read(root).journeys().get("spring");
    assertThat(letter.trigger())
        .isEqualTo(
            new Trigger.Letter(
                "visitors-of-the-fair",
                Instant.parse("2026-03-03T02:00:00Z"),
                Instant.parse("2026-03-06T10:00:00Z"),
                true));
  }

  @Test
  void hasTheIdOfNoJourney() throws IOException {
    Files.writeString(root.resolve("letters/win-back.yaml"), LETTER);
    assertThat(problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("journeys/win-back.yaml"));
  }

  private void write(String letter) throws IOException {
    Files.writeString(root.resolve("letters/spring.yaml"), letter);
  }

  private List<Problem> problems() {
    var thrown = catchThrowableOfType(PlaybookException.class, () -> PlaybookReader.read(root));
    assertThat(thrown).as("the playbook should be refused").isNotNull();
    return thrown.problems();
  }
}
