package dev.trellis.core.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R34")
class IntentTest {

  private static final LeadEvent SCAN = Samples.event("s", Samples.T0, new CodeScanned());
  private static final LeadEvent SEARCH = Drawing.search("线索评分");
  private static final LeadEvent FOLLOW =
      Samples.event("f", Samples.T0, new ChannelFollowed("trellis", "s"));
  private static final LeadEvent VISIT =
      Samples.event("v", Samples.T0, new PageVisited("/pricing", 60, null));
  private static final LeadEvent READ =
      Samples.event("r", Samples.T0, new ContentRead("summit-deck", 1, 0, null));

  @Test
  void eachOfTheFourInputsRaisesItAndSaysSo() {
    assertThat(Drawing.of(SCAN).intent().points()).isZero();
    assertThat(rules(SEARCH)).containsExactly("intent.search", "intent.visit");
    assertThat(rules(FOLLOW)).containsExactly("intent.follow");
    assertThat(rules(VISIT)).containsExactly("intent.visit");
    assertThat(rules(READ)).containsExactly("intent.read");

    var events = new ArrayList<>(List.of(SCAN));
    long before = 0;
    for (var event : List.of(SEARCH, FOLLOW, VISIT, READ)) {
      events.add(event);
      long now = Drawing.of(events.toArray(LeadEvent[]::new)).intent().points();
      assertThat(now).as(event.kind()).isGreaterThan(before);
      before = now;
    }
  }

  @Test
  void itFadesAndConditionsKnowWhen() {
    var today = Drawing.of(SEARCH, READ);
    var later = Drawing.at(Samples.T0.plus(Duration.ofDays(61)), SEARCH, READ);
    var wanted = new Leaf("intent", new Condition.AtLeast(30));

    assertThat(later.intent().points()).isBetween(1L, today.intent().points() / 3);
    assertThat(wanted.holds(today)).isTrue();
    assertThat(wanted.holds(later)).isFalse();
    assertThat(wanted.mayFlipAt(today)).isPresent();
  }

  private static Stream<String> rules(LeadEvent event) {
    return Drawing.of(event).intent().contributions().stream().map(Contribution::rule);
  }
}
