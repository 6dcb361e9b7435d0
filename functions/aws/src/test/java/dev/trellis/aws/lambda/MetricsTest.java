package dev.trellis.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.Environment;
import dev.trellis.aws.Trace;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Test;

class MetricsTest {

  @Test
  void whatOneCallDidIsOneLineOfMetrics() {
    var line =
        written(
            "trellis/test",
            () -> {
              Metrics.count("Accepted", 2);
              Metrics.count("Accepted", 1);
              Trace.begun(Instant.now().minusSeconds(60)).during(() -> done("Stored"));
              Trace.begun(Instant.now().plusSeconds(60)).during(() -> done("Stored"));
            });

    var told = Json.parse(line);
    var about = (Map<?, ?>) told.remove("_aws");
    assertThat(about.get("Timestamp")).isInstanceOf(Long.class);
    assertThat((List<?>) about.get("CloudWatchMetrics"))
        .singleElement()
        .isEqualTo(
            Map.of(
                "Namespace",
                "trellis/test",
                "Dimensions",
                List.of(List.of()),
                "Metrics",
                List.of(
                    Map.of("Name", "Accepted", "Unit", "Count"),
                    Map.of("Name", "Stored", "Unit", "Count"),
                    Map.of("Name", "StoredAfter", "Unit", "Milliseconds"))));
    assertThat(told).containsEntry("Accepted", 3).containsEntry("Stored", 2).hasSize(3);
    assertThat((List<?>) told.get("StoredAfter"))
        .hasSize(2)
        .satisfies(
            delays -> assertThat((Integer) delays.get(0)).isBetween(60_000, 70_000),
            delays -> assertThat(delays.get(1)).isEqualTo(0));
  }

  @Test
  void howLongSomethingIsIsOneValue() {
    var line =
        written(
            "trellis/test",
            () -> {
              Metrics.count("Waiting", 3);
              Metrics.lasts("WaitingSeconds", Duration.ofHours(2));
            });
    assertThat(line)
        .containsAnyOf(
            "{\"Name\":\"WaitingSeconds\",\"Unit\":\"Seconds\"}",
            "{\"Unit\":\"Seconds\",\"Name\":\"WaitingSeconds\"}");
    assertThat(Json.parse(line)).containsEntry("WaitingSeconds", 7200);
  }

  @Test
  void whereNothingHappenedOrNobodyReadsNothingIsWritten() {
    assertThat(written("trellis/test", () -> Metrics.count("Failed", 0))).isEmpty();
    assertThat(written("", () -> Metrics.count("Failed", 1))).isEmpty();
  }

  @Test
  void outsideOfACallNothingIsCounted() {
    Metrics.done("Stored");
    assertThat(written("trellis/test", () -> {})).isEmpty();
  }

  private static Void done(String name) {
    Metrics.done(name);
    return null;
  }

  private static String written(String namespace, Runnable work) {
    var out = System.out;
    var caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      return Environment.where(
              Map.of("METRICS_NAMESPACE", namespace),
              Clock.systemUTC(),
              () ->
                  Metrics.during(() -> {
                    work.run();
                    return caught;
                  }))
          .toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
    }
  }
}
