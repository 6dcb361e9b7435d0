package dev.trellis.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Test;

class StoredReasonsTest {

  private static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");
  private static final Condition NEED = Condition.parse("need known");

  @Test
  void everyReasonIsReadAsItWasWritten() {
    var because =
        List.<Reason>of(
            new Reason.ByStage("mil", Condition.parse("consent is yes and (a known or b in x|y)")),
            new Reason.InPool("traffic", Condition.always()),
            new Reason.Excluded(List.of("competitor", "media")),
            new Reason.Returned("mil/high", "no-budget"),
            new Reason.Demoted("mil/mid", "mil/high"),
            new Reason.Rests("mil/mid", AT),
            new Reason.Worded("something else"));
    // Of a time when reasons were written as trees already.
    var all = new ArrayList<>(because);
    all.add(new Reason.ByHand("mql", null, "ann", AT));
    var move = new Move("m", AT, null, null, "mil", "mil/mid", all);
    var placement = new Placement("mil", "mil/mid", List.of(NEED), all, AT);

    assertThat(Json.read(Move.class, Json.write(move))).isEqualTo(move);
    assertThat(Json.read(Placement.class, Json.write(placement))).isEqualTo(placement);
    assertThat(because).allSatisfy(r -> assertThat(Reason.parse(r.toString())).isEqualTo(r));
  }

  @Test
  void aPositionWrittenInWordsStillReads() {
    var position =
        Json.read(
            Position.class,
            """
            {"placement":{"stage":"mil","pool":"mil/high",
            "missingForMql":["plan within P6M","(mobile known or wecom known)"],
            "because":["stage mil: consent is yes and (mobile known or wecom known)",
            "pool mil: stage is mil","pool mil/high: otherwise"],
            "reviewAt":"2026-03-02T12:00:00Z"},
            "entered":{"mil":"2026-03-02T12:00:00Z"},"profileVersion":3,"version":1}
            """);

    assertThat(position.placement())
        .isEqualTo(
            new Placement(
                "mil",
                "mil/high",
                List.of(
                    Condition.parse("plan within P6M"),
                    Condition.parse("(mobile known or wecom known)")),
                List.of(
                    new Reason.ByStage(
                        "mil", Condition.parse("consent is yes and (mobile known or wecom known)")),
                    new Reason.InPool("mil", Condition.parse("stage is mil")),
                    new Reason.InPool("mil/high", Condition.always())),
                AT));
    assertThat(position.version()).isEqualTo(1);
  }

  @Test
  void aMoveWrittenInWordsStillReads() {
    var move =
        Json.read(
            Move.class,
            """
            {"id":"m","at":"2026-03-02T12:00:00Z","stage":"mil","pool":"mil/mid",
            "because":["excluded: competitor","pool mil/high: returned by sales, no-budget",
            "pool mil/mid: demoted below mil/high","pool mil/mid: rests there until 2026-03-02T12:00:00Z",
            "pool mil: in another playbook","something else"]}
            """);

    assertThat(move.because())
        .containsExactly(
            new Reason.Excluded(List.of("competitor")),
            new Reason.Returned("mil/high", "no-budget"),
            new Reason.Demoted("mil/mid", "mil/high"),
            new Reason.Rests("mil/mid", AT),
            new Reason.Worded("pool mil: in another playbook"),
            new Reason.Worded("something else"));
  }
}
