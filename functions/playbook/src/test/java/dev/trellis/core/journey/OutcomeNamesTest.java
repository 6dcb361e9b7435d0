package dev.trellis.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.portrait.Heat;
import dev.trellis.core.profile.Field;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void howeverAJourneyEndsThereIsAWordForIt(String language) {
    var vocabulary = new PlaybookVocabulary(DefaultPlaybook.PLAYBOOK, language);
    var ours =
        Stream.of(
            Enrollment.MERGED,
            Enrollment.COMPLETED,
            Enrollment.LEFT,
            Enrollment.STEP_GONE,
            Enrollment.GONE,
            Enrollment.BEGUN_AGAIN,
            Enrollment.CANCELLED);
    var verdicts = Stream.of(Heat.Level.values()).map(Heat.Level::word);

    assertThat(Stream.concat(ours, verdicts))
        .allSatisfy(outcome ->
            assertThat(vocabulary.wordName(Field.JOURNEY, outcome)).as(outcome).isPresent());
  }
}
