package dev.trellis.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.localstack.Command;
import dev.trellis.checks.localstack.LocalStack;
import dev.trellis.checks.localstack.Sam;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SAM's command line and the newest linter have nothing to say: {@code mvn -Pproof}. */
@Tag("proof")
class SamValidateTest {

  @Test
  void samFindsNothing() {
    LocalStack.needed(Sam.obstacle());
    var said = Sam.run("validate", "--lint");
    assertThat(said.exitCode()).as(said.output()).isZero();
  }

  @Test
  void theLinterFindsNothingInAnyRegion() throws IOException {
    LocalStack.needed(Sam.obstacle());
    var template = Template.read().root().resolve("infra/template.yaml").toString();
    Command said =
        Sam.lint(
            "--regions", "eu-central-1", "us-east-1", "ap-southeast-1", "--template", template);
    assertThat(said.exitCode()).as(said.output()).isZero();
  }
}
