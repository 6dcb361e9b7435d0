package dev.trellis.checks.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import dev.trellis.checks.localstack.Command;
import org.junit.jupiter.api.Test;

/** AWS's own linter, with the SAM transform, has nothing to say. */
class CfnLintTest {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Test
  void cfnLintFindsNothing() throws IOException {
    var works = Command.run(LIMIT, "cfn-lint", "--version").isDone();
    if (!works) {
      System.out.println("CfnLintTest skipped: there is no working cfn-lint on the PATH");
    }
    assumeTrue(works, "there is no working cfn-lint on the PATH");
    var template = Template.read().root().resolve("infra/template.yaml");
    var lint = Command.run(LIMIT, "cfn-lint", template.toString());
    assertThat(lint.isDone()).as(lint.output()).isTrue();
  }

  @Test
  void nothingIsSuppressed() throws IOException {
    var root = Template.read().root();
    assertThat(Files.readString(root.resolve("infra/template.yaml"))).doesNotContain("cfn-lint");
    assertThat(root.resolve(".cfnlintrc")).doesNotExist();
  }
}
