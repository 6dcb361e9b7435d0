package dev.trellis.core.portrait;

import static dev.trellis.core.portrait.Drawing.form;
import static dev.trellis.core.portrait.Drawing.search;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R36")
class BantTest {

  @ParameterizedTest
  @CsvSource({
    // budget, authority, need, plan → valid
    ",,,, false",
    ",,lead-scoring,, false",
    ",,,within-6-months, false",
    ",,lead-scoring,within-6-months, true",
    ",,lead-scoring,within-12-months, true",
    ",,lead-scoring,no-plan, false",
    "approved,decides,lead-scoring,within-3-months, true",
    "none,,lead-scoring,within-3-months, false",
    ",uses,lead-scoring,within-3-months, false",
    "planned,influences,lead-scoring,within-3-months, true",
    "approved,decides,,within-3-months, false",
  })
  void aLeadIsValidByTheConfiguredPredicate(
      String budget, String authority, String need, String plan, boolean valid) {
    var portrait = Drawing.of(answers(budget, authority, need, plan));

    assertThat(portrait.bant().valid()).isEqualTo(valid);
    assertThat(portrait.bant().missing().isEmpty()).isEqualTo(valid);
    assertThat(Drawing.tagIds(portrait).contains("lead:valid")).isEqualTo(valid);
    assertThat(asks(portrait, "valid")).isEqualTo(valid);
  }

  @Test
  void unknownIsNotNo() {
    var unknown = Drawing.of(answers(null, null, "lead-scoring", "within-3-months")).bant();
    var no = Drawing.of(answers("none", null, "lead-scoring", "within-3-months")).bant();

    assertThat(unknown.facets().get("budget")).isEmpty();
    assertThat(unknown.valid()).isTrue();
    assertThat(no.facets().get("budget").orElseThrow().value()).isEqualTo("none");
    assertThat(no.valid()).isFalse();
    assertThat(unknown.facets()).containsOnlyKeys("budget", "authority", "need", "timeline");
  }

  @Test
  void whatWasOnlySearchedForFillsNoFacet() {
    assertThat(Drawing.of(search("线索评分")).bant().facets().get("need")).isEmpty();
  }

  @Test
  void validityEndsByTheClock() {
    var event = answers(null, null, "lead-scoring", "within-3-months");
    var portrait = Drawing.at(Samples.T0, event);
    var ends =
        new Condition.Leaf("tag", new Condition.In(Set.of("lead:valid")))
            .flips(portrait)
            .max(Instant::compareTo)
            .orElseThrow();

    assertThat(Drawing.at(ends.minusSeconds(1), event).bant().valid()).isTrue();
    assertThat(Drawing.at(ends, event).bant().valid()).isFalse();
  }

  private static dev.trellis.core.event.LeadEvent answers(
      String budget, String authority, String need, String plan) {
    var all = new ArrayList<String>();
    var told =
        new String[][] {
          {"budget", budget}, {"authority", authority}, {"need", need}, {"plan", plan}
        };
    for (var answer : told) {
      if (answer[1] != null) {
        all.addAll(List.of(answer));
      }
    }
    return form(all.toArray(String[]::new));
  }

  private static boolean asks(Portrait portrait, String word) {
    return new Condition.Leaf("bant", new Condition.In(Set.of(word))).holds(portrait);
  }
}
