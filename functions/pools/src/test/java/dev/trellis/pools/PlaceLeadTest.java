package dev.trellis.pools;

import static dev.trellis.pools.World.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.VisitorExpired;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.lifecycle.Reason.ByStage;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.CardQuery;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.PlacementStore;
import dev.trellis.core.port.Timers;
import dev.trellis.memory.InMemoryCards;
import dev.trellis.memory.InMemoryQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlaceLeadTest {

  private static final String LEAD = "Llin";
  private static final String MOBILE = "phone:+8613800138000";
  private static final Map<String, String> ALL =
      Map.of("industry", "finance", "need", "lead-scoring", "plan", "within-6-months");

  private final World world = new World();
  private final PlaceLead placing = world.placing();

  @Test
  @Tag("R68")
  void aFirstPlacementIsAMoveAndToldOnce() {
    world.submits(LEAD, true, ALL, MOBILE);

    assertThat(placing.place(LEAD, false)).contains(new JourneySignal(LEAD, Reason.MOVED, NOON));
    assertThat(placing.place(LEAD, false)).isEmpty();
    assertThat(world.tables.moves(LEAD))
        .singleElement()
        .satisfies(m -> assertThat(m.pool()).isEqualTo("mql"))
        .satisfies(m -> assertThat(m.from()).isNull())
        .satisfies(m ->
            assertThat(m.because())
                .anyMatch(b -> b instanceof ByStage by && by.stage().equals("mql")));
  }

  @Test
  @Tag("R17")
  void aPersonWhoWasForgottenIsPlacedNowhere() {
    world.submits(LEAD, true, ALL, MOBILE);
    world.erase(LEAD);

    assertThat(placing.place(LEAD, true)).isEmpty();
    assertThat(world.tables.position(LEAD)).isEmpty();
  }

  @Test
  void anUpdateThatMovesNobodyKeepsTheStayAndTellsNobody() {
    world.submits(LEAD, true, ALL, MOBILE);
    placing.place(LEAD, false);
    var before = world.tables.position(LEAD).orElseThrow();
    world.clock.jump(NOON.plusSeconds(60));
    world.happens(LEAD, new CodeScanned(), "cookie:browser-1");

    assertThat(placing.place(LEAD, false)).isEmpty();
    var position = world.tables.position(LEAD).orElseThrow();
    assertThat(position.entered()).isEqualTo(Map.of("mql", NOON));
    assertThat(position).as("nothing is written").isEqualTo(before);
    assertThat(world.tables.moves(LEAD)).hasSize(1);
  }

  @Test
  void aRepeatedDeliveryIsToldAgainAndWritesNothing() {
    world.submits(LEAD, true, ALL, MOBILE);
    placing.place(LEAD, false);
    var before = world.tables.position(LEAD);

    assertThat(placing.place(LEAD, true)).contains(new JourneySignal(LEAD, Reason.MOVED, NOON));
    assertThat(world.tables.position(LEAD)).isEqualTo(before);
  }

  @Test
  @Tag("R68")
  void oneChangedAnswerMovesTheLeadOutAndInAgain() {
    world.submits(LEAD, true, ALL, MOBILE);
    placing.place(LEAD, false);
    world.clock.jump(NOON.plusSeconds(60));
    world.submits(LEAD, true, Map.of("plan", "no-plan"), MOBILE);
    assertThat(placing.place(LEAD, false)).isPresent();
    world.clock.jump(NOON.plusSeconds(120));
    world.submits(LEAD, true, Map.of("plan", "within-3-months"), MOBILE);
    assertThat(placing.place(LEAD, false)).isPresent();

    assertThat(world.tables.moves(LEAD))
        .extracting(Move::pool)
        .containsExactly("mql", "mil/high", "mql");
    assertThat(world.tables.position(LEAD).orElseThrow().entered())
        .isEqualTo(Map.of("mql", NOON.plusSeconds(120)));
  }

  @Test
  @Tag("R69")
  void timeAloneEndsAnMqlWhenItsPlanHasPassed() {
    world.submits(LEAD, true, ALL, MOBILE);
    placing.place(LEAD, false);
    var updates = new InMemoryQueue<ProfileUpdated>();
    var tick = ReviewLater.tick(world.timers, updates, world.clock);
    tick.run();
    assertThat(updates.take()).isEmpty();

    var end = Instant.parse("2026-09-02T12:00:00Z");
    world.clock.jump(end.minusMillis(1));
    tick.run();
    assertThat(updates.take()).isEmpty();
    placing.place(LEAD, false);
    assertThat(pool()).isEqualTo("mql");

    world.clock.jump(end);
    tick.run();
    var due = updates.take();
    assertThat(due).extracting(ProfileUpdated::lead).containsExactly(LEAD);
    assertThat(placing.place(due.getFirst().lead(), false)).isPresent();
    assertThat(pool()).isEqualTo("mil/high");
    assertThat(world.tables.position(LEAD).orElseThrow().placement().missingForMql())
        .containsExactly(Condition.parse("plan within P6M"));
  }

  /** The clock of the tick that told of it, once and for all, was ahead of ours. */
  @Test
  void aLookThatComesAMomentTooEarlyIsAskedForAgain() {
    world.submits(LEAD, true, ALL, MOBILE);
    placing.place(LEAD, false);
    var end = Instant.parse("2026-09-02T12:00:00Z");
    world.timers.forget(ReviewLater.OWNER, List.of(new Timers.Timer(LEAD, end)));
    var early = end.minusMillis(1);
    world.clock.jump(early);

    placing.place(LEAD, false);

    assertThat(world.tables.nextTimer(ReviewLater.OWNER, early)).contains(early.plusSeconds(60));
  }

  @Test
  void aTimerForNothingChangesNothing() {
    world.submits(LEAD, true, ALL, MOBILE);
    placing.place(LEAD, false);
    var before = world.tables.position(LEAD);
    world.clock.jump(NOON.plus(Duration.ofDays(1)));

    assertThat(placing.place(LEAD, false)).isEmpty();
    assertThat(world.tables.position(LEAD)).isEqualTo(before);
  }

  @Test
  void theWakeUpCallIsSetBeforeThePlacementThatNeedsIt() {
    world.submits(LEAD, true, ALL, MOBILE);
    var calls = new ArrayList<String>();
    var recorded =
        new PlaceLead(
            new Forwarding(world.placements) {
              @Override
              public boolean save(
                  Snapshot before, Position position, Optional<Shown> shown, Optional<Move> move) {
                calls.add("save");
                return super.save(before, position, shown, move);
              }
            },
            new RecordedTimers(calls),
            world.erasures,
            World.playbook(),
            world.clock);
    recorded.place(LEAD, false);
    world.happens(LEAD, new CodeScanned(), "cookie:browser-1");
    recorded.place(LEAD, false);

    assertThat(calls).containsExactly("timer 2026-09-02T12:00:00Z", "save");
  }

  @Test
  @Tag("R17")
  void aVisitorWhoLeavesNoDetailIsLookedAtAgainAndThenForgotten() {
    var told = new InMemoryQueue<LeadEvent>();
    var forgetting =
        new PlaceLead(world.placements, world.timers, told, World.playbook(), world.clock);
    world.happens(LEAD, new CodeScanned(), "cookie:browser-1");
    var since = world.clock.instant();
    var due = since.plus(Duration.ofDays(90));
    forgetting.place(LEAD, false);
    assertThat(world.tables.nextTimer(ReviewLater.OWNER, since)).contains(due);

    world.clock.forward(Duration.ofDays(90).minusMillis(1));
    forgetting.place(LEAD, false);
    assertThat(told.sent()).isEmpty();
    world.clock.forward(Duration.ofMillis(1));
    forgetting.place(LEAD, false);
    assertThat(told.take())
        .extracting(LeadEvent::happening)
        .containsExactly(new VisitorExpired(since));

    world.submits(LEAD, true, ALL, MOBILE);
    forgetting.place(LEAD, false);
    assertThat(told.take()).as("known now").isEmpty();
  }

  @Test
  void whoeverWritesInBetweenIsReadAgain() {
    world.submits(LEAD, true, Map.of("industry", "finance"), MOBILE);
    var interrupted =
        new PlaceLead(
            new Forwarding(world.placements) {
              private boolean done;

              @Override
              public boolean save(
                  Snapshot before, Position position, Optional<Shown> shown, Optional<Move> move) {
                if (!done) {
                  done = true;
                  world.submits(LEAD, true, ALL, MOBILE);
                  placing.place(LEAD, false);
                }
                return super.save(before, position, shown, move);
              }
            },
            world.timers,
            world.erasures,
            World.playbook(),
            world.clock);
    interrupted.place(LEAD, false);

    assertThat(pool()).isEqualTo("mql");
    assertThat(world.tables.moves(LEAD)).hasSize(1);
  }

  @Test
  void givesUpAfterEightConflicts() {
    world.submits(LEAD, true, ALL, MOBILE);
    var calls = new int[1];
    var busy =
        new Forwarding(world.placements) {
          @Override
          public boolean save(
              Snapshot before, Position position, Optional<Shown> shown, Optional<Move> move) {
            calls[0]++;
            return false;
          }
        };
    assertThatThrownBy(() ->
            new PlaceLead(busy, world.timers, world.erasures, World.playbook(), world.clock)
                .place(LEAD, false))
        .isInstanceOf(ContentionException.class);
    assertThat(calls[0]).isEqualTo(8);
  }

  @Test
  void aMergedLeadIsPlacedNoMore() {
    world.submits(LEAD, true, Map.of(), MOBILE);
    world.submits("Lwang", true, ALL, "email:wang@example.cn");
    placing.place("Lwang", false);
    var before = world.tables.position("Lwang");
    world.merges(
        LEAD, "Lwang", LeadEvent.about(LEAD, "merging", NOON, Channel.WEB, new CodeScanned()));
    world.clock.jump(NOON.plus(Duration.ofDays(400)));

    assertThat(placing.place("Lwang", true)).isEmpty();
    assertThat(world.tables.position("Lwang").map(Position::placement))
        .isEqualTo(before.map(Position::placement));
  }

  @Test
  @Tag("R17")
  void whoWasAbsorbedIsInNoListWhicheverOfTheTwoIsPlacedNext() {
    for (var next : List.of(LEAD, "Lwang")) {
      var here = new World();
      here.submits(LEAD, true, Map.of(), MOBILE);
      here.submits("Lwang", true, ALL, "email:wang@example.cn");
      here.placing().place("Lwang", false);
      assertThat(cards(here, "Lwang")).hasSize(1);
      here.merges(
          LEAD, "Lwang", LeadEvent.about(LEAD, "merging", NOON, Channel.WEB, new CodeScanned()));
      here.placing().place(next, false);
      assertThat(cards(here, "Lwang")).as(next).isEmpty();
      here.placing().place(LEAD, false);
      assertThat(new InMemoryCards(here.tables).page(CardQuery.ALL, null, 9).entries())
          .extracting(Card::lead)
          .containsExactly(LEAD);
    }
  }

  private static List<Card> cards(World world, String lead) {
    return new InMemoryCards(world.tables).of(List.of(lead));
  }

  @Test
  void whatListsShowIsRewrittenOnlyIfItIsAnotherAndScoreAndTouchOnceADay() {
    world.submits(LEAD, true, ALL, MOBILE);
    placing.place(LEAD, false);
    var shown = cards(world, LEAD).getFirst();
    world.clock.jump(NOON.plusSeconds(60));
    world.happens(LEAD, new CodeScanned(), "cookie:browser-1");
    var before = world.tables.position(LEAD);
    placing.place(LEAD, false);
    assertThat(world.tables.position(LEAD)).as("nothing is written").isEqualTo(before);
    assertThat(cards(world, LEAD)).containsExactly(shown);

    world.clock.jump(NOON.plus(Duration.ofDays(1)));
    placing.place(LEAD, false);
    var nextDay = cards(world, LEAD).getFirst();
    assertThat(nextDay.lastTouch()).isEqualTo(shown.lastTouch());
    assertThat(nextDay.score()).isGreaterThan(shown.score());

    world.happens(LEAD, new CodeScanned(), "cookie:browser-1");
    placing.place(LEAD, false);
    assertThat(cards(world, LEAD)).as("once a day").containsExactly(nextDay);
    world.submits(LEAD, true, Map.of("name", "韩梅梅"), MOBILE);
    placing.place(LEAD, false);
    assertThat(cards(world, LEAD).getFirst().name()).isEqualTo("韩梅梅");
  }

  @Test
  void aLeadThatDoesNotExistFails() {
    assertThatThrownBy(() -> placing.place("Lnobody", false))
        .isInstanceOf(LeadNotFoundException.class);
  }

  private String pool() {
    return world.tables.position(LEAD).orElseThrow().placement().pool();
  }

  private static class Forwarding implements PlacementStore {
    private final PlacementStore store;

    Forwarding(PlacementStore store) {
      this.store = store;
    }

    @Override
    public Optional<Snapshot> load(String lead) {
      return store.load(lead);
    }

    @Override
    public boolean save(
        Snapshot before, Position position, Optional<Shown> shown, Optional<Move> move) {
      return store.save(before, position, shown, move);
    }
  }

  private record RecordedTimers(List<String> calls) implements Timers {
    @Override
    public void set(String owner, String lead, Instant dueAt) {
      calls.add("timer " + dueAt);
    }

    @Override
    public Page due(String owner, Instant from, Instant to) {
      return new Page(List.of(), to);
    }

    @Override
    public void forget(String owner, List<Timer> told) {}

    @Override
    public Instant cursor(String owner) {
      return Instant.EPOCH;
    }

    @Override
    public void moveCursor(String owner, Instant to) {}
  }
}
