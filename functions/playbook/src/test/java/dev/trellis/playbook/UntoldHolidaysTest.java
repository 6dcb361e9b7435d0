package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UntoldHolidaysTest {

  @Test
  void theYearsThatAreNotPublishedAreNamed() {
    var playbook = PlaybookReader.read(Path.of("../../infra/playbook"));

    assertThat(CompilePlaybook.untold(playbook, () -> Instant.parse("2026-11-30T04:00:00Z")))
        .hasValueSatisfying(said -> assertThat(said).contains("CN 2027").doesNotContain("%"));
    assertThat(CompilePlaybook.untold(playbook, () -> Instant.parse("2026-02-01T04:00:00Z")))
        .isEmpty();
  }
}
