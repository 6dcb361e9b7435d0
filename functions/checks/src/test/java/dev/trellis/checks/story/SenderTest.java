package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.local.LocalTrellis;
import dev.trellis.local.Options;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could only be refused by SES does not start, here or on AWS. */
class SenderTest {

  @Test
  void nothingStartsWhoseSenderIsOutsideTheVerifiedDomain(@TempDir Path state) {
    var options = Options.of(Town.TEMPLATE, state).sendingAs("acme.example");
    assertThatThrownBy(() -> LocalTrellis.start(options))
        .hasStackTraceContaining("the sender of playbook.yaml is of trellis.example")
        .hasStackTraceContaining("acme.example");
  }
}
