package dev.trellis.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.playbook.Journey;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of journeys, with their ids and jumps, are those that people on their way know. */
@Tag("R91")
class ProgramsTest {

  @TempDir private Path root;

  /** Whoever changes a journey raises its version and writes its steps anew in programs.txt. */
  @Test
  void everyStepOfEveryShippedJourneyIsWhereThoseOnTheirWayKnowIt() throws IOException {
    var programs =
        DefaultPlaybook.PLAYBOOK.journeys().values().stream().flatMap(ProgramsTest::lines);

    assertThat(programs).containsExactlyElementsOf(text("programs.txt").lines().toList());
  }

  @Test
  void everyKindOfBlockIsUnrolledInEveryOther() throws IOException {
    DefaultPlaybook.copyTo(root);
    Files.writeString(root.resolve("journeys/every-block.yaml"), text("every-block.yaml"));
    var journey = PlaybookReader.read(root).journeys().get("every-block");

    assertThat(lines(journey)).containsExactlyElementsOf(text("every-block.txt").lines().toList());
  }

  private static Stream<String> lines(Journey journey) {
    var steps = Program.of(journey).steps();
    return Stream.concat(
        Stream.of(journey.id() + " " + journey.version()),
        IntStream.range(0, steps.size()).mapToObj(i -> "  " + i + " " + steps.get(i)));
  }

  private static String text(String file) throws IOException {
    try (var in = ProgramsTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
