package dev.trellis.checks.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AWS's own linter, with the SAM transform, has nothing to say. */
class CfnLintTest {

  private static final int TIMEOUT_SECONDS = 300;

  @TempDir private Path folder;

  @Test
  void cfnLintFindsNothing() throws Exception {
    var works = run("cfn-lint", "--version").exitCode() == 0;
    if (!works) {
      System.out.println("CfnLintTest skipped: there is no working cfn-lint on the PATH");
    }
    assumeTrue(works, "there is no working cfn-lint on the PATH");
    var template = Template.read().root().resolve("infra/template.yaml");
    var lint = run("cfn-lint", template.toString());
    assertThat(lint.exitCode()).as(lint.output()).isZero();
  }

  @Test
  void nothingIsSuppressed() throws IOException {
    var root = Template.read().root();
    assertThat(Files.readString(root.resolve("infra/template.yaml"))).doesNotContain("cfn-lint");
    assertThat(root.resolve(".cfnlintrc")).doesNotExist();
  }

  private Result run(String... command) throws IOException, InterruptedException {
    var output = folder.resolve("output.txt");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Result(-1, "no end after " + TIMEOUT_SECONDS + " seconds");
      }
      return new Result(process.exitValue(), Files.readString(output));
    } catch (IOException notThere) {
      return new Result(-1, notThere.getMessage());
    }
  }

  private record Result(int exitCode, String output) {}
}
