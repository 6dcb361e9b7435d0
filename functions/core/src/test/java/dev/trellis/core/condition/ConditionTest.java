package dev.trellis.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Condition.All;
import dev.trellis.core.condition.Condition.Any;
import dev.trellis.core.condition.Condition.AtLeast;
import dev.trellis.core.condition.Condition.In;
import dev.trellis.core.condition.Condition.Known;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.condition.Condition.Not;
import dev.trellis.core.condition.Condition.OlderThan;
import dev.trellis.core.condition.Condition.Within;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

  private record Subject(Map<String, Value> values, Instant now) implements Condition.Subject {
    @Override
    public Value value(String field) {
      return values.getOrDefault(field, new Value.Unknown());
    }
  }

  private static boolean holds(Condition condition, Value value, Instant at) {
    return condition.holds(new Subject(Map.of("f", value), at));
  }

  @Test
  void unknownIsNotNo() {
    var nobodyTold = new Subject(Map.of(), NOW);

    assertThat(new Leaf("f", new In(Set.of("x"))).holds(nobodyTold)).isFalse();
    assertThat(new Leaf("f", new Known(true)).holds(nobodyTold)).isFalse();
    assertThat(new Leaf("f", new Known(false)).holds(nobodyTold)).isTrue();
    assertThat(new Leaf("f", new Within(Period.ofMonths(6))).holds(nobodyTold)).isFalse();
    assertThat(new Leaf("f", new OlderThan(Period.ofDays(1))).holds(nobodyTold)).isFalse();
    assertThat(new Leaf("f", new AtLeast(1)).holds(nobodyTold)).isFalse();
  }

  @Test
  void oneOfSeveralWordsIsEnough() {
    var in = new Leaf("f", new In(Set.of("a", "b")));

    assertThat(holds(in, new Value.Words(Set.of("b", "c")), NOW)).isTrue();
    assertThat(holds(in, new Value.Words(Set.of("c")), NOW)).isFalse();
  }

  @Test
  @Tag("R69")
  void withinHoldsFromItsPeriodBeforeTheMomentUntilTheMoment() {
    var within = new Leaf("f", new Within(Period.ofMonths(6)));
    var moment = new Value.Moment(Instant.parse("2027-06-20T00:00:00Z"), Days.UTC);
    var opens = Instant.parse("2026-12-20T00:00:00Z");
    var closes = Instant.parse("2027-06-20T00:00:00Z");

    assertThat(holds(within, moment, opens.minusMillis(1))).isFalse();
    assertThat(holds(within, moment, opens)).isTrue();
    assertThat(holds(within, moment, closes.minusMillis(1))).isTrue();
    assertThat(holds(within, moment, closes)).isFalse();
    assertThat(within.mayFlipAt(new Subject(Map.of("f", moment), NOW))).hasValue(opens);
    assertThat(within.mayFlipAt(new Subject(Map.of("f", moment), opens))).hasValue(closes);
    assertThat(within.mayFlipAt(new Subject(Map.of("f", moment), closes))).isEmpty();
  }

  @Test
  void olderThanHoldsFromItsPeriodAfterTheMoment() {
    var silent = new Leaf("f", new OlderThan(Period.ofDays(90)));
    var moment = new Value.Moment(NOW, Days.UTC);
    var flips = NOW.plusSeconds(90L * 24 * 3600);

    assertThat(holds(silent, moment, flips.minusMillis(1))).isFalse();
    assertThat(holds(silent, moment, flips)).isTrue();
    assertThat(silent.mayFlipAt(new Subject(Map.of("f", moment), NOW))).hasValue(flips);
  }

  @Test
  void aSinkingScoreFlipsAtTheExactSecond() {
    var hot = new Leaf("f", new AtLeast(40));
    var sinks = new Value.Amount(at -> 80_000 - (at.getEpochSecond() - NOW.getEpochSecond()) * 3);
    var flips = hot.mayFlipAt(new Subject(Map.of("f", sinks), NOW)).orElseThrow();

    assertThat(holds(hot, sinks, flips)).isFalse();
    assertThat(holds(hot, sinks, flips.minusSeconds(1))).isTrue();
    assertThat(hot.mayFlipAt(new Subject(Map.of("f", sinks), flips))).isEmpty();
    var steady = new Value.Amount(_ -> 50_000);
    assertThat(hot.mayFlipAt(new Subject(Map.of("f", steady), NOW))).isEmpty();
  }

  @Test
  @Tag("R61")
  void whatIsMissingIsExactlyWhatIsUnmet() {
    var met = new Leaf("met", new Known(true));
    var unmet = new Leaf("unmet", new Known(true));
    var subject = new Subject(Map.of("met", new Value.Words(Set.of("x"))), NOW);

    assertThat(new All(List.of(met, unmet)).missing(subject)).containsExactly("unmet known");
    assertThat(new Any(List.of(met, unmet)).missing(subject)).isEmpty();
    assertThat(new Any(List.of(unmet, unmet)).missing(subject))
        .containsExactly("(unmet known or unmet known)");
    assertThat(new Not(met).missing(subject)).containsExactly("not met known");
    assertThat(new Not(unmet).missing(subject)).isEmpty();
  }
}
