package dev.trellis.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.console.Samples;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.playbook.Playbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {

  private static final Playbook PLAYBOOK = DefaultPlaybook.PLAYBOOK;

  @ParameterizedTest
  @Tag("R11")
  @Tag("R13")
  @Tag("R72")
  @ValueSource(longs = {11, 13, 72})
  void theReportEqualsARecountFromRawEvents(long seed) {
    var town = new GeneratedTown(seed, 400, PLAYBOOK);

    var report = Reports.of(town.histories(), PLAYBOOK, 30);

    assertThat(report).isEqualTo(new Recount(town, PLAYBOOK).report(30));
    assertThat(report.people())
        .isEqualTo(town.leads.stream().filter(l -> l.mergedAt == null).count())
        .isGreaterThanOrEqualTo(400);
    assertThat(town.leads).filteredOn(l -> l.mergedAt != null).hasSizeGreaterThan(20);
    assertThat(report.funnel()).containsKeys("all", "content", "event", "sem", "wechat", "other");
    assertThat(report.funnel().get("all").reached().get("customer")).isGreaterThan(10);
    assertThat(report.stages())
        .filteredOn(s -> s.stage().equals("mql"))
        .singleElement()
        .satisfies(s -> assertThat(s.stays()).isGreaterThan(20));
  }

  @Test
  @Tag("R13")
  void neitherTheOrderOfTheLogNorAnEventToldTwiceChangesAFigure() {
    var town = new GeneratedTown(7, 100, PLAYBOOK);
    var report = Reports.of(town.histories(), PLAYBOOK, 30);
    var random = new Random(7);

    var shuffled = new ArrayList<>(town.histories().toList());
    Collections.shuffle(shuffled, random);
    var again =
        shuffled.stream()
            .map(h -> {
              var events = new ArrayList<>(h.events());
              events.addAll(h.events());
              Collections.shuffle(events, random);
              var moves = new ArrayList<>(h.moves());
              Collections.shuffle(moves, random);
              return new LeadHistory(h.lead(), events, moves, h.earlier());
            });

    assertThat(Reports.of(again, PLAYBOOK, 30)).isEqualTo(report);
  }

  @Test
  @Tag("R72")
  @Tag("R45")
  void theReadyShareCountsFirstContactsAndTheOthersWaitInAPool() {
    var histories =
        Stream.of(
            history("L1", move(0, "mql", "mql")),
            history("L2", move(0, "mil", "mil/mid"), move(30, "mql", "mql")),
            history("L3", move(0, "mil", "mil/mid"), move(31, "mql", "mql")),
            history("L4", move(0, "lead", "lead")),
            history("L5", move(0, "traffic", "traffic")),
            history("L6", move(0, "lead", "lead"), move(2, "mil", "nowhere")));

    var readiness = Reports.of(histories, PLAYBOOK, 30).readiness();

    assertThat(readiness.contacts()).as("anonymous visitors are no contacts").isEqualTo(5);
    assertThat(readiness.ready()).isEqualTo(2);
    assertThat(readiness.percent()).isEqualByComparingTo("40.0");
    assertThat(readiness.waiting()).isEqualTo(2);
    assertThat(readiness.lost()).containsExactly("L6");
  }

  @ParameterizedTest
  @Tag("R11")
  @CsvSource({"1, 1.0, 1.0", "2, 1.0, 2.0", "3, 2.0, 3.0", "10, 5.0, 9.0", "11, 6.0, 10.0"})
  void aStayLastsUntilTheStageChanges(int stays, String median, String p90) {
    var histories =
        Stream.iterate(1, n -> n + 1)
            .limit(stays)
            .map(n ->
                history(
                    "L" + n,
                    move(0, "mil", "mil/low"),
                    move(0, "mil", "mil/mid"),
                    move(n, "mql", "mql")));

    var mil =
        Reports.of(histories, PLAYBOOK, 30).stages().stream()
            .filter(s -> s.stage().equals("mil"))
            .findFirst()
            .orElseThrow();

    assertThat(mil.stays()).isEqualTo(stays);
    assertThat(mil.medianDays()).isEqualByComparingTo(median);
    assertThat(mil.p90Days()).isEqualByComparingTo(p90);
  }

  @Test
  @Tag("R55")
  void figuresAreGroupedByTheTeamThatOwnsTheStage() {
    var report =
        Reports.of(
            Stream.of(
                history("L1", move(0, "mql", "mql"), move(1, "sql", "sql")),
                history("L2", move(0, "traffic", "traffic"))),
            PLAYBOOK,
            30);

    assertThat(report.teams().get("sales").stages()).containsExactly("sql", "opportunity");
    assertThat(report.teams().get("sales").reached()).isEqualTo(1);
    assertThat(report.teams().get("sdr").now()).isZero();
    assertThat(report.teams().get("acquisition").reached()).isEqualTo(2);
    assertThat(report.teams().get("acquisition").now()).isEqualTo(1);
  }

  private static LeadHistory history(String lead, Move... moves) {
    return new LeadHistory(lead, List.of(), List.of(moves), List.of());
  }

  private static Move move(int day, String stage, String pool) {
    return new Move(
        stage + day, Samples.T0.plus(Duration.ofDays(day)), null, null, stage, pool, List.of());
  }

  @Test
  @Tag("R11")
  void whatMachinesOpenIsNoVisit() {
    var sent = Samples.T0;
    var events =
        List.of(
            Samples.event("m", sent, new MailDelivered("send-1")),
            Samples.event(
                "r1", sent.plusSeconds(1), new ContentRead("summit-deck", 1, 0, "send-1", sent)),
            Samples.event("b", sent.plusSeconds(2), new MachineVisited("summit-deck", "s", "HEAD")),
            Samples.event(
                "r2",
                sent.plusSeconds(900),
                new ContentRead("summit-deck", 1, 40, "send-1", sent)));

    var history = new LeadHistory("L1", events, List.of(), List.of());

    assertThat(history.touches()).extracting(LeadEvent::id).containsExactly("r2");
    assertThat(new LeadHistory("L1", events.subList(0, 3), List.of(), List.of()).source())
        .as("met by nobody yet")
        .isEqualTo(LeadSource.OTHER);
  }
}
