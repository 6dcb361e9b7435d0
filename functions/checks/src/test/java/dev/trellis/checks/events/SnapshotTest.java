package dev.trellis.checks.events;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.capture.lambda.CaptureHandler;
import dev.trellis.checks.template.DeployedFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A function goes on from a snapshot of its start, under AWS's own runtime interface client. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is Linux only")
class SnapshotTest {

  @TempDir private Path folder;

  @Test
  void answersAsEverAndReadsItsSecretsAgain() throws Exception {
    var start = ColdStart.of(DeployedFunction.of(CaptureHandler.class), folder);

    var cold = start.run();
    var restored = start.restore();

    assertThat(restored.answer()).as(restored.output()).isEqualTo(start.sample().answer());
    assertThat(restored.sent()).as(restored.output()).isEqualTo(start.sample().sent());
    assertThat(restored.secretsRead()).isEqualTo(2 * cold.secretsRead());
  }
}
