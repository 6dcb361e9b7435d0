package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreHistoryTest {

  private static final Instant T0 = Instant.parse("2026-11-20T02:00:00Z");
  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final List<LeadEvent> LOG =
      List.of(
          read("early", T0, "summit-deck"),
          read("late", T0.plus(Duration.ofDays(8)), "omni-channel-capture-solution"));

  private static LeadEvent read(String id, Instant at, String content) {
    return LeadEvent.about(
        "L1", id, at, Channel.WEB, new Happening.ContentRead(content, 1, 30, "s1"));
  }

  @Test
  @Tag("R88")
  void itShowsTheEventsBehindEachPointAndWhatChangedSince() {
    var view = view(Map.of());
    var activity = at(view, "scores", "activity");

    var contributions = (List<?>) at(activity, "contributions");
    assertThat(contributions)
        .extracting(c -> at(c, "events"))
        .containsExactly(List.of("early"), List.of("late"));
    var sum = contributions.stream().map(c -> number(at(c, "points"))).reduce(BigDecimal::add);
    assertThat(sum.orElseThrow()).isEqualByComparingTo(number(at(activity, "points")));

    var change = at(view, "changes", "activity");
    var rows = ((List<?>) at(change, "rows")).stream().map(r -> number(at(r, "change")));
    assertThat(rows.reduce(BigDecimal::add).orElseThrow())
        .isEqualByComparingTo(number(at(change, "change")))
        .isEqualByComparingTo(number(at(change, "after")).subtract(number(at(change, "before"))));
    assertThat(Json.compose(view)).contains("\"version\":" + PLAYBOOK.scoring().version());
  }

  @Test
  @Tag("R88")
  void whatHappenedAfterAnInstantWasNotKnownThen() {
    var view = view(Map.of("at", "2026-11-21T00:00:00Z", "against", "2026-11-19T00:00:00Z"));

    assertThat((List<?>) at(view, "scores", "activity", "contributions")).hasSize(1);
    assertThat(number(at(view, "changes", "activity", "before"))).isZero();
    assertThat(at(view, "changes", "interest.omni-channel-capture", "rows", 0, "base"))
        .isEqualTo(at(view, "scores", "interest.omni-channel-capture", "points"));
  }

  @Test
  void withoutAQuestionItIsNowAgainstAWeekAgo() {
    assertThat(ScoreQuestion.of(Map.of(), T0))
        .isEqualTo(new ScoreQuestion(T0, T0.minus(Duration.ofDays(7))));
    assertThat(ScoreQuestion.of(Map.of("at", "2026-11-10T08:00:00+08:00"), T0).against())
        .isEqualTo("2026-11-03T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "2026-11-20", "1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
  void whatIsNoInstantIsRefused(String text) {
    assertThatThrownBy(() -> ScoreQuestion.of(Map.of("against", text), T0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"against\"");
  }

  private static Map<String, Object> view(Map<String, String> query) {
    var question = ScoreQuestion.of(query, T0.plus(Duration.ofDays(10)));
    return Json.parse(Json.show(ScoreHistory.of("L1", LOG, PLAYBOOK, question)));
  }

  private static BigDecimal number(Object value) {
    return new BigDecimal(value.toString());
  }

  private static Object at(Object view, Object... path) {
    var here = view;
    for (var step : path) {
      here = step instanceof Integer i ? ((List<?>) here).get(i) : ((Map<?, ?>) here).get(step);
    }
    return here;
  }
}
