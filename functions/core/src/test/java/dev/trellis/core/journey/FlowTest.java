package dev.trellis.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Test;

class FlowTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static Enrollment at(String step, long version) {
    var begun = Enrollment.begun("j", 1, "v", NOON, NOON, step);
    return version == 0 ? begun : begun.nextVersion();
  }

  @Test
  void whoBeginsIsCountedWhereTheyWaitAndWhoGoesOnIsCountedThereAlone() {
    var begun = Turn.of(at("one", 0), at("one", 0)).flow();
    assertThat(begun.waiting("one")).isEqualTo(1);
    var on = new Turn(at("one", 1), new Advance(at("two", 1), List.of(), List.of())).flow();
    var both = begun.plus(on);
    assertThat(both.waiting("one")).isZero();
    assertThat(both.waiting("two")).isEqualTo(1);
    assertThat(both.active()).isEqualTo(1);
  }

  @Test
  void whoEndsWaitsNowhereAndAMergeIsUndoneAsItWasDone() {
    var begun = Turn.of(at("one", 0), at("one", 0)).flow();
    var merged = Turn.of(at("one", 1), at("one", 1).merged()).flow();
    var all = begun.plus(merged);
    assertThat(all.active()).isZero();
    assertThat(all.ended()).isEqualTo(Map.of("merged", 1L));
    var back = Turn.of(at("one", 1).merged(), at("one", 1).merged().reopened()).flow();
    assertThat(all.plus(back)).isEqualTo(begun);
  }

  @Test
  void waysAndMailsAreCountedByTheStepsThatTookThem() {
    var read = new Step.AwaitRead("read", Period.ofDays(3), 9);
    var ways = List.of(new Way(read, true), new Way(read, false), new Way(read, true));
    var sent = new Effect.Send("s", "send", "mail", null, null);
    var skipped = new Effect.Skip("k", "send", "mail", null, "exhausted");
    var end = new Effect.End("e", "completed");
    var advance = new Advance(at("two", 1), List.of(sent, skipped, sent, end), ways);
    var flow = new Turn(at("one", 1), advance).flow();

    assertThat(flow.then("read")).isEqualTo(2);
    assertThat(flow.otherwise("read")).isEqualTo(1);
    assertThat(flow.sent("send")).isEqualTo(2);
    assertThat(flow.skipped("send")).isEqualTo(1);
    assertThat(flow.sent("read")).isZero();
  }

  @Test
  void whatTurnsAddUpToIsWhereEverybodyStands() {
    var random = new Random(11);
    var steps = List.of("a", "b", "each.x.wait", "each.y.wait");
    for (int round = 0; round < 50; round++) {
      var standing = new ArrayList<Enrollment>();
      var flow = Flow.NONE;
      for (int i = 0; i < 60; i++) {
        var isNew = standing.isEmpty() || random.nextInt(3) == 0;
        var before =
            isNew
                ? at(steps.get(random.nextInt(4)), 0)
                : standing.remove(random.nextInt(standing.size()));
        var after =
            !before.active()
                ? before.reopened()
                : random.nextInt(4) == 0
                    ? before.merged()
                    : moved(before, steps.get(random.nextInt(4)));
        flow = flow.plus(Turn.of(before, after).flow());
        standing.add(after.nextVersion());
      }
      var fresh = standing.stream().map(Flow::at).reduce(Flow.NONE, Flow::plus);
      assertThat(flow).isEqualTo(fresh);
    }
  }

  private static Enrollment moved(Enrollment before, String step) {
    return new Enrollment(
        "j", 1, "v", NOON, step, NOON, null, null, null, null, null, null, null, before.version());
  }

  @Test
  void noFigureIsEverBelowNothing() {
    var lost = Turn.of(at("one", 1), at("one", 1).merged()).flow();
    assertThat(lost.waiting("one")).isZero();
    assertThat(lost.active()).isZero();
  }
}
