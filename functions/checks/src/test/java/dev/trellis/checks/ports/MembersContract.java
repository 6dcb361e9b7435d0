package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.CardQuery;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.Members;
import dev.trellis.core.port.Members.Member;
import dev.trellis.core.port.PlacementStore.Shown;
import dev.trellis.core.port.PlacementStore.Snapshot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What whoever lists and counts groups may expect of any {@link Members}. */
@Tag("R50")
abstract class MembersContract {

  private final Ports ports = ports();
  private final Members members = ports.members();

  /** A pool and a group that no other test has. */
  private final String mine = Ids.random().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "x");

  abstract Ports ports();

  private Snapshot unplaced() {
    return new Snapshot(LeadRecord.unborn(Sample.lead()), Optional.empty());
  }

  private Snapshot place(Snapshot before, String pool, String name, Map<String, Instant> groups) {
    var version = before.position().map(Position::version).orElse(0L);
    var position = Sample.position(pool, version).in(new TreeMap<>(groups));
    var card = card(before.lead().lead(), name, pool);
    var memberships = new TreeMap<String, Membership>();
    groups.forEach((group, since) -> memberships.put(group, membership(group, since)));
    var shown = Optional.of(new Shown(card, memberships));
    assertThat(ports.placements().save(before, position, shown, Optional.empty())).isTrue();
    assertThat(ports.placements().save(before, position, shown, Optional.empty()))
        .as("written again after a lost answer")
        .isTrue();
    return new Snapshot(before.lead(), Optional.of(position.nextVersion()), Optional.of(card));
  }

  private static Card card(String lead, String name, String pool) {
    return new Card(
        lead,
        name,
        null,
        null,
        null,
        "mil",
        pool,
        Sample.NOON,
        "warm",
        21,
        LocalDate.EPOCH,
        null,
        null,
        null);
  }

  private static Membership membership(String group, Instant since) {
    return new Membership(
        group, since, Sample.PLAN_SOON, new TreeMap<>(Map.of("plan", "2026-06-01T00:00:00Z")));
  }

  private List<Member> all(int most) {
    var all = new ArrayList<Member>();
    String after = null;
    do {
      var page = members.page(mine, after, most);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(most);
      all.addAll(page.entries());
      after = page.next();
    } while (after != null);
    return all;
  }

  @Test
  void aGroupIsReadNewestFirstWithWhatItsMembersMet() {
    var expected = new ArrayList<Member>();
    for (int i = 0; i < 30; i++) {
      var since = Sample.NOON.minusSeconds(i);
      var placed = place(unplaced(), mine, "李雷", Map.of(mine, since, mine + "-too", since));
      expected.add(new Member(placed.card().orElseThrow(), membership(mine, since)));
    }
    place(unplaced(), mine, "韩梅梅", Map.of());

    assertThat(all(50)).isEqualTo(expected);
    assertThat(all(7)).isEqualTo(expected);
    assertThat(members.page("no-such-group", null, 50).entries()).isEmpty();
    assertThat(members.counts().of(mine)).isEqualTo(30);
    assertThat(members.counts().under(mine)).isEqualTo(31);
  }

  @Test
  void aGroupMayBeReadOldestFirst() {
    for (int i = 0; i < 12; i++) {
      place(unplaced(), mine, "李雷", Map.of(mine, Sample.NOON.minusSeconds(i)));
    }
    var oldest = new ArrayList<Member>();
    String after = null;
    do {
      var page = members.page(mine, CardQuery.ALL.oldestFirst(true), after, 5);
      oldest.addAll(page.entries());
      after = page.next();
    } while (after != null);
    assertThat(oldest).isEqualTo(all(50).reversed()).hasSize(12);
  }

  @Test
  void ofAGroupThoseAreReadWhoseCardsAreMeant() {
    var since = Sample.NOON;
    var here = place(unplaced(), mine + "/a", "李雷", Map.of(mine, since));
    place(unplaced(), mine + "/b", "韩梅梅", Map.of(mine, since.minusSeconds(1)));
    place(unplaced(), mine + "/a", "李蕾", Map.of());

    var page = members.page(mine, CardQuery.in(Set.of(mine + "/a")), null, 50);
    assertThat(page.entries()).extracting(Member::card).containsExactly(here.card().orElseThrow());
    assertThat(page.looked()).isEqualTo(2);
  }

  @Test
  void whoChangesIsShownAsOneIsAndWhoLeavesIsGone() {
    var placed = place(unplaced(), mine, "李雷", Map.of(mine, Sample.NOON));
    placed = place(placed, mine + "/below", "李蕾", Map.of(mine, Sample.NOON));
    assertThat(all(50)).extracting(member -> member.card().name()).containsExactly("李蕾");
    assertThat(counts()).isEqualTo(List.of(1L, 0L, 1L));

    placed = place(placed, mine, "李蕾", Map.of());
    assertThat(all(50)).isEmpty();
    assertThat(counts()).isEqualTo(List.of(0L, 1L, 0L));

    place(placed, mine, "李蕾", Map.of(mine, Sample.NOON.plusSeconds(1)));
    assertThat(all(50)).hasSize(1);
    assertThat(counts()).isEqualTo(List.of(1L, 1L, 0L));
  }

  /** In the group, in the pool and in the pool below it. */
  private List<Long> counts() {
    var counts = members.counts();
    return List.of(
        counts.of(mine), counts.pools().getOrDefault(mine, 0L), counts.under(mine + "/below"));
  }

  @Test
  void whoIsTakenOutIsCountedNoMoreAndWhoComesBackOnce() {
    var placed = place(unplaced(), mine, "李雷", Map.of(mine, Sample.NOON));
    var position = placed.position().orElseThrow();
    var gone = position.unlisted();
    assertThat(ports.placements().save(placed, gone, Optional.empty(), Optional.empty())).isTrue();
    assertThat(all(50)).isEmpty();
    assertThat(counts()).isEqualTo(List.of(0L, 0L, 0L));

    var unlisted = new Snapshot(placed.lead(), Optional.of(gone.nextVersion()));
    place(unlisted, mine, "李雷", Map.of(mine, Sample.NOON));
    assertThat(all(50)).hasSize(1);
    assertThat(counts()).isEqualTo(List.of(1L, 1L, 0L));
  }

  @Test
  @Tag("R17")
  void whoIsErasedIsInNoGroupAndCountedNoMoreHoweverOften() {
    var placed = place(unplaced(), mine, "李雷", Map.of(mine, Sample.NOON));
    var lead = placed.lead().lead();
    assertThat(ports.items().all(lead))
        .anySatisfy(item -> {
          assertThat(item.item()).isEqualTo("group#" + mine);
          assertThat(item.content().toString()).contains("2026-06-01");
        });
    for (int i = 0; i < 2; i++) {
      ports.items().clear(lead);
      assertThat(all(50)).isEmpty();
      assertThat(counts()).isEqualTo(List.of(0L, 0L, 0L));
      assertThat(ports.items().all(lead)).isEmpty();
    }
  }

  @Test
  void everyChangeIsCountedOnceWhoeverWritesAtTheSameTime() throws Exception {
    var before = unplaced();
    var won = new AtomicInteger();
    Together.run(
        8,
        index -> {
          var position =
              Sample.position(mine + "/" + index, 0).in(new TreeMap<>(Map.of(mine, Sample.NOON)));
          var card = card(before.lead().lead(), "李雷", mine + "/" + index);
          var shown = new Shown(card, new TreeMap<>(Map.of(mine, membership(mine, Sample.NOON))));
          if (ports.placements().save(before, position, Optional.of(shown), Optional.empty())) {
            won.incrementAndGet();
          }
        });
    assertThat(won).hasValue(1);
    assertThat(members.counts().under(mine)).isEqualTo(1);
    assertThat(members.counts().of(mine)).isEqualTo(1);
  }

  private LeadEvent came(Origin origin, Instant at, Happening happening) {
    var somebody = new TreeSet<>(List.of(Sample.identity(IdentityType.COOKIE)));
    return LeadEvent.of(Ids.random(), at, Channel.WEB, somebody, origin, happening);
  }

  private LeadRecord append(LeadRecord lead, LeadEvent event) {
    var after = lead.withProfile(lead.profile().with(event));
    var append = new Append(event, after, List.of(), Map.of(), List.of());
    assertThat(ports.leads().append(append)).isEqualTo(AppendResult.APPENDED);
    var read = after.atVersion(lead.version() + 1);
    var again = new Append(event, read, List.of(), Map.of(), List.of());
    assertThat(ports.leads().append(again)).isEqualTo(AppendResult.DUPLICATE);
    return read;
  }

  private Map<String, Long> mine(SortedMap<String, Long> ways) {
    var found = new TreeMap<>(ways);
    found.keySet().removeIf(way -> !way.endsWith(mine));
    return found;
  }

  @Test
  @Tag("R10")
  void whoComesByAFormACodeOrACallToActionIsCountedOnceForThatDay() {
    var code = new Origin(mine, "summit", "slide", "deck");
    var answers = new TreeMap<>(Map.of("name", "李雷"));
    var form = new FormSubmitted(mine, answers, true, "zh", Ids.random());
    var before = Sample.NOON.minus(Duration.ofDays(40));
    var lead = append(LeadRecord.unborn(Sample.lead()), came(code, before, new CodeScanned()));
    lead = append(lead, came(code, Sample.NOON, new CodeScanned()));
    lead = append(lead, came(code, Sample.NOON, form));
    var click = new CtaFollowed(mine, "site", null, null);
    lead = append(lead, came(Origin.NONE, Sample.NOON, click));
    lead = append(lead, came(Origin.NONE, Sample.NOON.plus(Duration.ofDays(1)), click));
    append(lead, came(Origin.NONE, Sample.NOON, new PageVisited("/" + mine, 3, null)));

    var today = LocalDate.ofInstant(Sample.NOON, ZoneOffset.UTC);
    var counts = members.ways(today);
    assertThat(mine(counts.inAll()))
        .isEqualTo(Map.of("code:" + mine, 2L, "form:" + mine, 1L, "cta:" + mine, 2L));
    assertThat(mine(counts.byDay().get(today)))
        .isEqualTo(Map.of("code:" + mine, 1L, "form:" + mine, 1L, "cta:" + mine, 1L));
    assertThat(mine(counts.byDay().get(today.plusDays(1)))).isEqualTo(Map.of("cta:" + mine, 1L));
    assertThat(counts.byDay()).doesNotContainKey(today.minusDays(40));
  }

  @Test
  @Tag("R10")
  void everyCallToActionIsCountedHoweverManyFollowItAtTheSameTime() throws Exception {
    Together.run(
        8,
        _ -> {
          var unborn = LeadRecord.unborn(Sample.lead());
          var click = came(Origin.NONE, Sample.NOON, new CtaFollowed(mine, "site", null, null));
          var after = unborn.withProfile(unborn.profile().with(click));
          var append = new Append(click, after, List.of(), Map.of(), List.of());
          while (ports.leads().append(append) == AppendResult.CONFLICT) {
            Thread.onSpinWait(); // somebody else was counted in the same place
          }
        });
    assertThat(members.ways(LocalDate.EPOCH).inAll()).containsEntry("cta:" + mine, 8L);
  }

  @Test
  void whatComesToNothingIsNoChange() {
    var position =
        Optional.of(Sample.position(mine, 0).in(new TreeMap<>(Map.of(mine, Sample.NOON))));
    assertThat(Headcount.between(position, position).isNothing()).isTrue();
  }
}
