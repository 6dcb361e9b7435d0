package dev.trellis.pools;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.playbook.Audiences;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.port.Groups.Group;
import dev.trellis.core.port.LiveGroups;
import dev.trellis.memory.InMemoryGroups;
import dev.trellis.memory.InMemoryLeadFiles;
import dev.trellis.memory.InMemoryMembers;
import dev.trellis.memory.InMemoryPersonalItems;
import dev.trellis.memory.InMemoryQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Groups are live: who belongs to one is in it at once, for as long as that is so, and counted. */
@Tag("R50")
class GroupsTest {

  private static final String GROUP = "finance-shanghai";
  private static final Map<String, String> GUEST =
      Map.of("industry", "finance", "city", "上海", "need", "lead-scoring");
  private static final Instant NOON = World.NOON;

  private final World world = new World();
  private final PlaceLead placing = world.placing();
  private final InMemoryMembers members = new InMemoryMembers(world.tables);

  private List<String> in(String group) {
    var leads = members.page(group, null, 50).entries().stream().map(m -> m.card().lead()).toList();
    assertThat(members.counts().of(group)).as("counted").isEqualTo(leads.size());
    return leads;
  }

  private long people() {
    return members.counts().pools().values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void whoMeetsTheConditionJoinsAndWhoDoesNoMoreLeavesAndEitherIsToldOnce() {
    world.submits("L1", true, GUEST, "email:li@example.cn");
    assertThat(placing.place("L1", false)).isPresent();
    assertThat(in(GROUP)).containsExactly("L1");
    assertThat(placing.place("L1", false)).as("told once").isEmpty();

    var pool = world.tables.position("L1").orElseThrow().placement().pool();
    world.clock.jump(NOON.plusSeconds(60));
    world.submits("L1", true, Map.of("city", "北京"), "email:li@example.cn");
    assertThat(placing.place("L1", false))
        .get()
        .extracting(JourneySignal::reason)
        .isEqualTo(JourneySignal.Reason.MOVED);
    assertThat(world.tables.position("L1").orElseThrow().placement().pool()).isEqualTo(pool);
    assertThat(world.tables.position("L1").orElseThrow().groups()).isEmpty();
    assertThat(in(GROUP)).isEmpty();
    assertThat(placing.place("L1", false)).as("told once").isEmpty();
    assertThat(people()).isEqualTo(1);

    var stay = new InMemoryLeadFiles(world.tables).find("L1").orElseThrow().stays().getFirst();
    assertThat(stay.membership().since()).isEqualTo(NOON);
    assertThat(stay.membership().met()).containsKey("city");
    var end = stay.ended().orElseThrow();
    assertThat(end.at()).isEqualTo(NOON.plusSeconds(60));
    assertThat(end.who()).isEqualTo(World.PLAYBOOK.audiences().find(GROUP).orElseThrow().who());
  }

  @Test
  void whatIsDeliveredAgainIsToldAgainAndCountedOnce() {
    world.submits("L1", true, GUEST, "email:li@example.cn");
    placing.place("L1", false);
    var before = world.tables.position("L1");
    assertThat(placing.place("L1", true)).isPresent();
    assertThat(world.tables.position("L1")).isEqualTo(before);
    assertThat(in(GROUP)).containsExactly("L1");
    assertThat(people()).isEqualTo(1);
  }

  @Test
  @Tag("R69")
  void timeAloneMakesAMemberOfWhoFellSilent() {
    world.submits("L1", true, GUEST, "email:li@example.cn");
    placing.place("L1", false);
    assertThat(in("re-activation")).isEmpty();
    var updates = new InMemoryQueue<ProfileUpdated>();
    var tick = ReviewLater.tick(world.timers, updates, world.clock);
    var end = Instant.parse("2026-05-31T12:00:00Z");
    for (var day = NOON; day.isBefore(end); day = day.plus(Duration.ofDays(1))) {
      world.clock.jump(day);
      tick.run();
      updates.take().forEach(update -> placing.place(update.lead(), false));
      assertThat(in("re-activation")).isEmpty();
    }
    world.clock.jump(end);
    tick.run();
    updates.take().forEach(update -> placing.place(update.lead(), false));
    assertThat(in("re-activation")).containsExactly("L1");
    assertThat(world.tables.position("L1").orElseThrow().groups())
        .containsEntry("re-activation", end);
  }

  @Test
  @Tag("R17")
  void whoIsMergedIsOneMemberAndTheStayGoesOn() {
    world.submits("L2", true, GUEST, "email:li@example.cn");
    placing.place("L2", false);
    world.clock.jump(NOON.plusSeconds(60));
    world.submits("L1", true, Map.of(), "email:li.na@example.cn");
    placing.place("L1", false);
    assertThat(people()).isEqualTo(2);

    var merging = LeadEvent.about("L1", "merging", NOON, Channel.WEB, new CodeScanned());
    world.merges("L1", "L2", merging);
    placing.place("L1", false);
    placing.place("L2", false);

    assertThat(in(GROUP)).containsExactly("L1");
    assertThat(world.tables.position("L1").orElseThrow().groups()).containsEntry(GROUP, NOON);
    assertThat(people()).isEqualTo(1);
  }

  @Test
  @Tag("R17")
  void whoIsErasedIsNoMemberAndCountedNoMore() {
    world.submits("L1", true, GUEST, "email:li@example.cn");
    placing.place("L1", false);
    world.erase("L1");
    new InMemoryPersonalItems(world.tables).clear("L1");
    placing.place("L1", false);

    assertThat(in(GROUP)).isEmpty();
    assertThat(people()).isZero();
  }

  @Test
  void whatPeopleBuildCountsHalfAMinuteLaterAndForEverybodyAfterAMinute() {
    var built = new InMemoryGroups(world.tables);
    var live = new LiveGroups(built, world.clock);
    var own = live.with(World.playbook());
    assertThat(own).isEqualTo(World.playbook().audiences().all());

    var everybody =
        new Audience(
            "everybody", own.getFirst().name(), Audiences.Of.PROSPECTS, Condition.always());
    built.save(new Group(everybody, false, NOON, 0));
    assertThat(live.with(World.playbook())).isEqualTo(own);

    world.clock.jump(NOON.plusSeconds(59));
    assertThat(live.settled()).isEmpty();
    assertThat(live.with(World.playbook())).hasSize(own.size() + 1).endsWith(everybody);
    world.submits("L1", true, Map.of(), "email:li@example.cn");
    var placing =
        new PlaceLead(
            world.placements,
            world.timers,
            world.erasures,
            World.playbook(),
            () -> live.with(World.playbook()),
            world.clock);
    placing.place("L1", false);
    assertThat(in("everybody")).containsExactly("L1");

    built.save(new Group(everybody, true, NOON.plusSeconds(70), 1));
    world.clock.jump(NOON.plusSeconds(100));
    assertThat(live.settled()).as("what ended half a minute ago").isEmpty();
    placing.place("L1", false);
    assertThat(in("everybody")).isEmpty();
    world.clock.jump(NOON.plusSeconds(131));
    assertThat(live.settled()).isEqualTo(NOON.plusSeconds(70).toString());
  }
}
