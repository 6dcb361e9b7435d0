package dev.trellis.console.likeness;

import static dev.trellis.console.DefaultPlaybook.PLAYBOOK;
import static dev.trellis.console.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.Samples;
import dev.trellis.console.report.LeadHistory;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the model may know: all that happened before the outcome, and nothing that came of it. */
@Tag("R33")
@Tag("R34")
class CaseTest {

  private static final Instant END = T0.plus(Duration.ofDays(30));
  private static final Instant NOW = T0.plus(Duration.ofDays(60));

  private static LeadEvent crm(Instant at, String status) {
    var values = new TreeMap<>(Map.of("products", "nurture", "identity", "customer"));
    var change = new CrmChanged("x", "h", status, null, "contract", "sam", values);
    return Samples.event("crm-" + status + at, at, change);
  }

  private static LeadEvent form(Instant at) {
    return Samples.form(
        "form", at, Map.of("industry", "manufacturing", "title", "市场总监", "need", "lead-scoring"));
  }

  private static Case seen(LeadEvent... events) {
    return Case.of(new LeadHistory("L1", List.of(events), List.of(), List.of()), PLAYBOOK, NOW);
  }

  private static final LeadEvent ATTENDED =
      Samples.event("late", END.plusSeconds(60), new EventAttended("summit", 60));

  @Test
  void whatIsKnownOfALeadIsToldOnce() {
    var read = Samples.read("r", T0.plusSeconds(9000), "lead-scoring-strategy");
    var searched = Samples.event("v", T0, new PageVisited("/", 5, " 线索评分 "));
    var open = seen(form(T0), read, searched);

    assertThat(open.outcome()).isEqualTo(Outcome.OPEN);
    assertThat(open.traits())
        .extracting(Trait::toString)
        .contains("industry=manufacturing", "role=cmo", "need=lead-scoring", "did=read")
        .contains("topic=lead-scoring", "source=event")
        .doesNotContain("tag=industry:manufacturing", "tag=need:lead-scoring", "tag=status:none");
    assertThat(open.deeds())
        .extracting(Trait::toString)
        .contains("content=lead-scoring-strategy", "keyword=线索评分");
  }

  @Test
  void nothingThatCameAfterTheOutcomeOrFromTheCrmIsSeen() {
    for (var outcome : List.of("won", "lost")) {
      var before = seen(form(T0), crm(END, outcome));
      var after =
          seen(
              form(T0),
              crm(T0.plusSeconds(5), "accepted"),
              crm(END.minusSeconds(5), "stage"),
              crm(END, outcome),
              Samples.event("same", END, new EventAttended("summit", 60)),
              ATTENDED,
              Samples.read("r", END.plusSeconds(60), "welcome-guide"),
              Samples.event("v", END.plusSeconds(70), new PageVisited("/", 5, "发票")),
              crm(END.plusSeconds(99), "received"));

      assertThat(after).isEqualTo(before);
      assertThat(after.outcome().name()).isEqualToIgnoringCase(outcome);
      assertThat(after.traits()).doesNotContain(new Trait("did", "attend"));
    }
    assertThat(seen(form(T0), ATTENDED).traits()).contains(new Trait("did", "attend"));
  }

  @Test
  void aLostLeadThatWasWonLaterIsWon() {
    var won = seen(form(T0), crm(T0.plusSeconds(60), "lost"), ATTENDED, crm(NOW, "won"));
    assertThat(won.outcome()).isEqualTo(Outcome.WON);
    assertThat(won.traits()).contains(new Trait("did", "attend"));
  }

  @Test
  void whatWasDoneBeforeDealsMoreOftenThanElseIsReported() {
    var histories = new ArrayList<LeadHistory>();
    for (int i = 0; i < 40; i++) {
      var events = new ArrayList<LeadEvent>();
      events.add(form(T0));
      if (i < 8) {
        events.add(Samples.event("a", T0.plusSeconds(60), new EventAttended("summit", 60)));
      }
      if (i < 10) {
        events.add(crm(END, "won"));
        events.add(Samples.read("r", END.plusSeconds(60), "welcome-guide"));
      } else if (i < 18) {
        events.add(Samples.event("a", T0.plusSeconds(60), new EventAttended("summit", 60)));
      }
      histories.add(new LeadHistory("L" + i, events, List.of(), List.of()));
    }
    var report = Likeness.of(histories.stream(), PLAYBOOK, NOW);

    assertThat(report.won()).isEqualTo(10);
    assertThat(report.open()).isEqualTo(30);
    assertThat(report.prediction()).isEmpty();
    assertThat(report.patterns())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.trait()).isEqualTo(new Trait("did", "attend"));
          assertThat(Stream.of(p.ours(), p.oursOf(), p.others(), p.othersOf()))
              .containsExactly(8, 10, 16, 40);
          assertThat(p.lift()).isEqualTo(2.0);
        });
  }
}
