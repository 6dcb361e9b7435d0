package dev.trellis.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.playbook.Content;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other lifecycle that is shipped: awareness, consideration, decision before an SDR (R70). */
@Tag("R70")
class AwarenessLifecycleTest extends LifecycleContract {

  AwarenessLifecycleTest() {
    super(DefaultPlaybook.with("lifecycle: awareness"));
  }

  @ParameterizedTest
  @CsvSource({
    "manufacturing, lead-scoring, decision, mil/high",
    "'', lead-scoring, decision, mil/high",
    "manufacturing, '', consideration, mil/mid",
    "'', '', awareness, mil/low",
  })
  void whatIsKnownLeadsFromAwarenessToDecision(
      String industry, String need, String stage, String pool) {
    var placement = place(profile("+8613800138000", "", industry, need, ""), NOW);

    assertThat(placement.stage()).isEqualTo(stage);
    assertThat(placement.pool()).isEqualTo(pool);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', basics industry",
    "manufacturing, '', case industry strategy",
    "manufacturing, lead-scoring, case solution strategy"
  })
  @Tag("R71")
  void eachStageGetsItsOwnTypesOfContent(String industry, String need, String types) {
    var pool = place(profile("+8613800138000", "", industry, need, ""), NOW).pool();

    var suiting =
        playbook.contents().values().stream()
            .filter(content -> playbook.suits(content, pool))
            .map(Content::type)
            .distinct()
            .sorted();
    assertThat(String.join(" ", suiting.toList())).isEqualTo(types);
  }

  @ParameterizedTest
  @CsvSource({"manufacturing, lead-scoring", "manufacturing, ''"})
  @Tag("R69")
  void silenceLeadsBackToAwarenessToTheSecond(String industry, String need) {
    var lead = profile("+8613800138000", "", industry, need, "");
    var falls = place(lead, NOW).reviewAt();

    assertThat(falls).isAfter(Samples.T0.plus(Duration.ofDays(30)));
    assertThat(place(lead, falls.minusSeconds(1)).stage()).isNotEqualTo("awareness");
    assertThat(place(lead, falls).stage()).isEqualTo("awareness");
    assertThat(place(lead, falls).pool()).isEqualTo("mil/low");
  }
}
