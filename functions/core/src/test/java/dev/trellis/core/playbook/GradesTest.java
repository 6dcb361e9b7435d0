package dev.trellis.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.playbook.Scoring.Grades;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which side of its thresholds a lead is. */
@Tag("R61")
class GradesTest {

  private static final Grades GRADES =
      new Grades(new Grades.Fit(60, 30), new Grades.Engagement(20, 10));

  @ParameterizedTest
  @CsvSource({
    "60, 20, A1",
    "59, 19, B2",
    "30, 10, B2",
    "29, 9, C3",
    "100, 0, A3",
    "0, 100, C1",
    "59, 20, B1"
  })
  void theLetterIsFitAndTheDigitEngagement(long fit, long activity, String grade) {
    assertThat(GRADES.of(fit, activity)).isEqualTo(grade);
    assertThat(Grades.ALL).contains(grade);
  }
}
