package dev.trellis.core.portrait;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.HeatScale;
import dev.trellis.core.playbook.HeatScale.Threshold;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeatTest {

  private static final HeatScale SCALE =
      new HeatScale(new Threshold(3, 30, 1), new Threshold(1, 10, 0));

  @ParameterizedTest
  @Tag("R74")
  @Tag("R98")
  @CsvSource({
    "3, 30000, 1, HOT",
    "2, 30000, 1, WARM",
    "3, 29999, 1, WARM",
    "3, 30000, 0, WARM",
    "1, 10000, 0, WARM",
    "0, 10000, 0, COLD",
    "1,  9999, 0, COLD",
    "0, 99000, 9, COLD",
    "0,     0, 0, COLD",
  })
  void allThresholdsOfALevelHaveToBeReached(
      int contentTags, long activity, int keys, Heat.Level level) {
    assertThat(Heat.of(SCALE, contentTags, activity, keys).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @Tag("R74")
  @ValueSource(
      strings = {"summit-deck", "omni-channel-capture-strategy", "omni-channel-capture-solution"})
  void oneDownloadAloneIsNeverHot(String content) {
    var log = new ArrayList<>(download("1", Samples.T0, content));

    assertThat(heat(log, Samples.T0.plusSeconds(600))).isEqualTo(Heat.Level.WARM);
    assertThat(heat(log, Samples.T0.plus(Duration.ofDays(180)))).isEqualTo(Heat.Level.COLD);
    for (int again = 2; again < 20; again++) {
      log.addAll(download("x" + again, Samples.T0.plusSeconds(again), content));
    }
    assertThat(heat(log, Samples.T0.plusSeconds(600))).isNotEqualTo(Heat.Level.HOT);
  }

  @Test
  @Tag("R74")
  void aSeriesOfBehavioursIsHotUntilItIsLongAgo() {
    var log = new ArrayList<>(download("1", Samples.T0, "summit-deck"));
    var second = Samples.T0.plus(Duration.ofDays(3));
    log.add(read("2", second, "omni-channel-capture-strategy"));
    assertThat(heat(log, second)).isEqualTo(Heat.Level.WARM);
    var third = Samples.T0.plus(Duration.ofDays(7));
    log.add(read("3", third, "omni-channel-capture-solution"));

    assertThat(heat(log, third)).isEqualTo(Heat.Level.HOT);
    assertThat(heat(log, third.plus(Duration.ofDays(60)))).isEqualTo(Heat.Level.WARM);
    assertThat(heat(log, third.plus(Duration.ofDays(120)))).isEqualTo(Heat.Level.COLD);
  }

  private static Heat.Level heat(List<LeadEvent> log, Instant at) {
    return Portrait.of("L1", Lives.fold(log), PLAYBOOK, at).heat().level();
  }

  private static List<LeadEvent> download(String id, Instant at, String content) {
    return List.of(
        Samples.scan("s" + id, at),
        Samples.form("f" + id, at.plusSeconds(20), Map.of("company", "示例公司")),
        read("r" + id, at.plusSeconds(200), content));
  }

  private static LeadEvent read(String id, Instant at, String content) {
    return Samples.event(id, at, new Happening.ContentRead(content, 1, 180, null));
  }
}
