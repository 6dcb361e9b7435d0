package dev.trellis.checks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import dev.trellis.checks.figures.Traffic.Costs;
import dev.trellis.memory.StandingClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the work costs in AWS requests and capacity units. The file {@code figures.txt} pins every
 * count: whoever changes one says so by changing the file.
 */
class FiguresTest {

  private static final Instant MORNING = Instant.parse("2026-10-22T01:10:00Z");
  private static final Path TEMPLATE = Path.of("../../infra/template.yaml");
  private static final String ABOUT =
      """
      What the work costs, counted on emulators. Emulators prove neither IAM nor quotas.

      Left: one person alone, each message in a batch of its own where nothing else is due.
      Right: ten people at the same time, batches of up to ten; figures per person.
      calls: requests to AWS. WRU, RRU: units that DynamoDB charges for writes and reads, as it
      tells (ReturnConsumedCapacity); for transactions and batches, by its rule for each item.
      A cold start adds one GetSecretValue per secret that is read, two at most, and where mails are
      sent one GetItem and one GetSendQuota, both asked again after five minutes.

      """;

  /** {@code -Dfigures.leads=100000} measures among as many as that. */
  private static final int MANY = Integer.getInteger("figures.leads", 100);

  private static Costs inTens;
  private static Costs amongMany;
  private static Costs alone;
  private static Usage tickOfTen;
  private static Usage tickOfMany;
  private static Usage crowd;
  private static Usage largerCrowd;

  @BeforeAll
  static void measure(@TempDir Path folder) throws Exception {
    var clock = new StandingClock(MORNING);
    try (var installation = new Installation(folder, clock)) {
      var traffic = new Traffic(installation, clock);
      traffic.tick(); // the first one looks back for a day, and at everybody
      traffic.measure(1); // and the first person finds functions that read secrets first
      alone = traffic.measure(1);
      traffic.growTo(10);
      tickOfTen = traffic.tick();
      inTens = traffic.measure(10);
      traffic.growTo(MANY);
      tickOfMany = traffic.tick();
      assertThat(traffic.leads()).isEqualTo(MANY);
      amongMany = traffic.measure(10);
      clock.forward(Duration.ofDays(1));
      for (var costs : List.of(alone, inTens, amongMany)) {
        traffic.nextDay(costs);
      }
      traffic.crowd(1); // and whatever of the people above is due
      crowd = traffic.crowd(1_000);
      largerCrowd = traffic.crowd(2_000);
    }
  }

  @Test
  void everyFigureIsAsPinned() throws IOException {
    var measured =
        ABOUT
            + FigureTable.of(alone, inTens)
            + FigureTable.ofTicks(tickOfTen, tickOfMany, MANY)
            + FigureTable.ofCrowds(crowd, largerCrowd)
            + "\n"
            + Dollars.of(alone, inTens, tickOfTen, crowd, TEMPLATE);
    System.out.println(measured);
    assumeTrue(MANY == 100, "pinned for 100 leads");
    assertThat(pinned()).startsWith(measured);
  }

  @Test
  void aCaptureAndALaterEventCostAtMostTwiceTheLeastThatIsPossible() {
    assertThat(Dollars.perMillion(inTens, List.of(Unit.CAPTURE))).isLessThanOrEqualTo(2 * 2.7);
    assertThat(Dollars.perMillion(inTens, List.of(Unit.EVENT))).isLessThanOrEqualTo(2 * 2.2);
  }

  @Test
  void aCaptureIsOneSqsRequestAndTouchesNoTable() {
    var capture = alone.of(Unit.CAPTURE, "CaptureFunction");
    assertThat(capture.calls()).containsOnlyKeys("Sqs SendMessageBatch");
    assertThat(capture.callsInAll()).isEqualTo(1);
  }

  @Test
  void aLaterEventStaysWithinItsGoal() {
    var scoring = inTens.of(Unit.EVENT, "ScoringFunction");
    assertThat(scoring.callsInAll()).isLessThanOrEqualTo(37);
    assertThat(scoring.writeUnits()).isLessThanOrEqualTo(40);
  }

  @Test
  void whatListsShowCostsTwoUnitsANewLeadAtMostAndNothingWhereNothingIsShownAnew() {
    var pools = alone.of(Unit.NEW_LEAD, "PoolsFunction");
    System.out.println("what lists show: " + pools.parts());
    // Without lists, and with its first place and first move in a transaction, it would be four.
    // That pools and groups are counted exactly costs four more: the counts, and the position in
    // their transaction.
    assertThat(pools.parts().get("counts")).isEqualTo(2);
    assertThat(pools.writeUnits()).isLessThanOrEqualTo(4 + 2 + 4);
    assertThat(pools.parts())
        .containsOnlyKeys(
            "counts", "index byBirth", "index byCompany", "index byName", "index byPool");
    assertThat(alone.of(Unit.EVENT, "PoolsFunction").writeUnits()).isZero();
    assertThat(inTens.of(Unit.EVENT, "PoolsFunction").writeUnits()).isZero();
  }

  @Test
  void aMailStaysWithinItsGoal() {
    var dispatch = alone.of(Unit.MAIL, "NurtureDispatchFunction");
    assertThat(dispatch.callsInAll()).isLessThanOrEqualTo(5);
    // Six, and four for the budgets of mailbox and network, since nobody has shown to read yet.
    assertThat(dispatch.writeUnits()).isLessThanOrEqualTo(10);
  }

  @Test
  void aMailToWhoeverReadsCostsAtMostTwiceTheLeastThatIsPossible() {
    var dispatch = alone.of(Unit.READERS_MAIL, "NurtureDispatchFunction");
    assertThat(dispatch.callsInAll()).isLessThanOrEqualTo(5);
    assertThat(dispatch.writeUnits()).isLessThanOrEqualTo(6);
    assertThat(Dollars.perMillion(inTens, List.of(Unit.READERS_MAIL))).isLessThanOrEqualTo(2 * 2.4);
  }

  @Test
  void aHandOffStaysWithinItsGoal() {
    var handOff = alone.of(Unit.HAND_OFF, "CrmHandoffFunction");
    assertThat(handOff.writeUnits()).isLessThanOrEqualTo(4);
  }

  @Test
  void messagesTravelInBatches() {
    for (var unit : Unit.values()) {
      inTens.used().get(unit).forEach((function, usage) -> inBatches(unit + " " + function, usage));
    }
  }

  @Test
  void whatALeadDoesCostsTheSameHoweverManyLeadsThereAre() {
    System.out.println("what a lead does, among 20 and among " + MANY + " leads: the same calls");
    for (var unit : Unit.values()) {
      assertEquals(inTens.used().get(unit), amongMany.used().get(unit), unit.name());
    }
  }

  @Test
  void aTickWithNothingDueCostsTheSameHoweverManyLeadsThereAre() {
    assertEquals(tickOfTen, tickOfMany);
    assertThat(tickOfTen.messagesSent()).isZero();
  }

  @Test
  void aTimerIsToldOfOnceAndCostsTheSameInALargerCrowd() {
    assertThat(crowd.messagesSent()).isEqualTo(1_000);
    assertThat(largerCrowd.messagesSent()).isEqualTo(2_000);
    assertThat(largerCrowd.callsInAll() - crowd.callsInAll()).isLessThanOrEqualTo(150);
    assertThat(largerCrowd.writeUnits() - crowd.writeUnits()).isLessThanOrEqualTo(1_002);
  }

  // Of two reports about a mail one leads to no event, so feedback sends half as many as it takes.
  private static void inBatches(String name, Usage usage) {
    if (usage.batches() > 0 && usage.messagesSent() > 0) {
      assertThat(FigureTable.requestsPerMessage(usage))
          .as(name)
          .isLessThanOrEqualTo(name.endsWith("NurtureFeedbackFunction") ? 0.4 : 0.35);
    }
  }

  static String pinned() throws IOException {
    try (var file = FiguresTest.class.getResourceAsStream("figures.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
