package dev.trellis.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Test;

class LogTest {

  @Test
  void writesOneJsonLine() {
    var line = lineOf(() -> Log.info("placed", "lead", "L1", "pool", "mil/high"));
    assertThat(line).endsWith(System.lineSeparator()).hasLineCount(1);
    assertThat(Json.parse(line))
        .containsEntry("level", "info")
        .containsEntry("what", "placed")
        .containsEntry("lead", "L1")
        .containsEntry("pool", "mil/high");
  }

  @Test
  void keepsTheWordsOfAnExceptionToItself() {
    var cause = new IllegalArgumentException("li.lei@example.cn is no number");
    var failure = new IllegalStateException("cannot read li.lei@example.cn", cause);
    var line = lineOf(() -> Log.failure("record failed", failure, "message", "m1"));
    assertThat(line)
        .doesNotContain("example.cn")
        .contains("java.lang.IllegalStateException")
        .contains("java.lang.IllegalArgumentException")
        .contains("LogTest.java:");
  }

  @Test
  void wantsAValueForEveryName() {
    assertThatThrownBy(() -> Log.warn("placed", "lead"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String lineOf(Runnable work) {
    var before = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
