package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static dev.trellis.scoring.Events.crm;
import static dev.trellis.scoring.Events.form;
import static dev.trellis.scoring.Events.scan;
import static dev.trellis.scoring.Events.vouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.Joined;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadStore.AppendResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two leads that turn out to be one person, also while others write. */
class MergeLeadsTest extends ScoredLeads {

  @Test
  void twoStrongNamesOfTwoLeadsMergeThemIntoTheOldest() {
    var older = born(scan("e1", COOKIE, MOBILE));
    var younger = born(vouched("e2", Map.of("title", "CIO"), "cookie:browser-2", EMAIL));
    var before = List.of(find(older).profile(), find(younger).profile());
    var merging = vouched("e3", Map.of(), EMAIL, MOBILE);
    var consequences = score.score(merging);

    var survivor = onlyLiving();
    var loser = find(survivor.lead().equals(older) ? younger : older);
    assertThat(survivor.lead()).isEqualTo(older.compareTo(younger) < 0 ? older : younger);
    assertThat(loser.mergedInto()).isEqualTo(survivor.lead());
    assertThat(survivor.absorbed()).containsExactly(loser.lead());
    assertThat(survivor.profile())
        .isEqualTo(before.getFirst().join(before.getLast()).with(merging));
    for (var name : List.of(COOKIE, MOBILE, "cookie:browser-2", EMAIL)) {
      assertThat(owner(name)).as(name).isEqualTo(survivor.lead());
    }
    assertThat(consequences.signals())
        .contains(
            new JourneySignal(survivor.lead(), Reason.MERGED, NOON),
            new JourneySignal(loser.lead(), Reason.MERGED, NOON));
  }

  @Test
  void aMergeToldAgainIsAnnouncedAgain() {
    born(scan("e1", MOBILE));
    born(scan("e2", EMAIL));
    var first = score.score(vouched("e3", Map.of(), EMAIL, MOBILE));
    var second = score.score(vouched("e3", Map.of(), EMAIL, MOBILE));

    assertThat(second.result()).isEqualTo(Result.DUPLICATE);
    assertThat(second.signals()).containsExactlyInAnyOrderElementsOf(first.signals());
  }

  @Test
  void anEventOfALeadThatWasMergedTwiceReachesTheSurvivor() {
    var first = born(scan("e1", EMAIL));
    var second = born(scan("e2", MOBILE));
    var third = born(scan("e3", "wecom:w1"));
    score.score(vouched("e4", Map.of(), larger(EMAIL, MOBILE, "wecom:w1")));
    score.score(vouched("e5", Map.of(), EMAIL, MOBILE, "wecom:w1"));
    var survivor = onlyLiving();
    for (var lead : List.of(first, second, third)) {
      score.score(crm("crm-" + lead, lead, NOON, "accepted"));
    }
    var all = onlyLiving();
    assertThat(all.lead()).isEqualTo(survivor.lead());
    assertThat(all.absorbed()).hasSize(2);
    assertThat(all.profile().events()).isEqualTo(8);
  }

  @Test
  void anEventStoredBeforeAMergeIsKnownAfterIt() {
    var scanned = scan("e1", MOBILE);
    born(scanned);
    var other = scan("e2", EMAIL);
    born(other);
    score.score(vouched("e3", Map.of(), EMAIL, MOBILE));

    assertThat(score.score(scanned).result()).isEqualTo(Result.DUPLICATE);
    assertThat(score.score(other).result()).isEqualTo(Result.DUPLICATE);
    assertThat(onlyLiving().profile().events()).isEqualTo(3);
  }

  @Test
  void aBrowserThatALoserOnlySawStaysWithItsOwner() {
    score.score(vouched("e1", Map.of(), COOKIE, EMAIL));
    score.score(vouched("e2", Map.of(), COOKIE, OTHER_EMAIL));
    score.score(scan("e3", OTHER_MOBILE));
    score.score(vouched("e4", Map.of(), OTHER_EMAIL, OTHER_MOBILE));

    assertThat(owner(COOKIE)).isEqualTo(owner(EMAIL)).isNotEqualTo(owner(OTHER_EMAIL));
  }

  @Test
  void crossingMergesEndInOnePerson() {
    born(scan("e1", EMAIL));
    born(scan("e2", MOBILE));
    born(scan("e3", "wecom:w1"));
    var interrupted =
        new ScoreLead(
            new Interrupted(store, () -> score.score(scan("e5", MOBILE, "wecom:w1"))),
            Room.MENTIONS,
            InstantSource.fixed(NOON));
    interrupted.score(scan("e4", EMAIL, MOBILE));

    assertThat(onlyLiving().profile().events()).isEqualTo(5);
    assertThat(onlyLiving().absorbed()).hasSize(2);
  }

  @Test
  @Tag("R17")
  void whoClaimsANameWhileAnotherTakesItIsToldOfIt() {
    born(form("e1", Map.of(), EMAIL));
    var taking =
        new ScoreLead(
            new Interrupted(store, () -> score.score(form("e2", Map.of(), EMAIL, MOBILE))),
            Room.MENTIONS,
            InstantSource.fixed(NOON));

    var told = taking.score(scan("e3", MOBILE)).events();

    assertThat(told).extracting(LeadEvent::lead).contains(owner(EMAIL), owner(MOBILE));
  }

  @Test
  void theSameMergeTwiceAtOnceIsOneMerge() {
    born(scan("e1", EMAIL));
    born(scan("e2", MOBILE));
    var merging = scan("e3", EMAIL, MOBILE);
    var interrupted =
        new ScoreLead(
            new Interrupted(store, () -> score.score(merging)),
            Room.MENTIONS,
            InstantSource.fixed(NOON));

    assertThat(interrupted.score(merging).result()).isEqualTo(Result.DUPLICATE);
    assertThat(onlyLiving().profile().events()).isEqualTo(3);
  }

  @Test
  void aFirstSubmissionThatAnotherOvertookJoinsIt() {
    var interrupted =
        new ScoreLead(
            new Interrupted(store, () -> score.score(vouched("e1", Map.of(), EMAIL))),
            Room.MENTIONS,
            InstantSource.fixed(NOON));
    interrupted.score(vouched("e2", Map.of(), EMAIL, MOBILE));

    assertThat(tables.leads()).hasSize(1);
    assertThat(onlyLiving().profile().events()).isEqualTo(2);
  }

  @Test
  void givesUpAfterEightConflicts() {
    var calls = new int[1];
    var busy =
        new ForwardingStore(store) {
          @Override
          public AppendResult append(Append append) {
            calls[0]++;
            return AppendResult.CONFLICT;
          }
        };
    assertThatThrownBy(() ->
            new ScoreLead(busy, Room.MENTIONS, InstantSource.fixed(NOON)).score(scan("e1", COOKIE)))
        .isInstanceOf(ContentionException.class);
    assertThat(calls[0]).isEqualTo(8);
  }

  @Test
  void aLeadIsNotJoinedWithItself() {
    score.score(scan("e1", COOKIE));
    var lead = tables.leads().getFirst().lead();
    var joined =
        LeadEvent.about(lead, "e2", NOON, Channel.SYSTEM, new Joined("sdr", "asked", lead));

    assertThat(score.score(joined).result()).isEqualTo(Result.REFUSED);
    assertThat(tables.leads()).singleElement().satisfies(l -> assertThat(l.isLiving()).isTrue());
  }

  @Test
  void aJoinThatIsToldTwiceIsNotRefused() {
    var two =
        Stream.of("email:one@example.cn", "email:two@example.cn")
            .map(name ->
                score
                    .score(vouched(name.substring(6, 9), Map.of(), name))
                    .updates()
                    .getFirst()
                    .lead())
            .toList();
    var happening = new Joined("sdr", "asked", two.getLast());
    var joined = LeadEvent.about(two.getFirst(), "j1", NOON, Channel.SYSTEM, happening);

    assertThat(score.score(joined).result()).isEqualTo(Result.APPENDED);
    assertThat(score.score(joined).result()).isEqualTo(Result.DUPLICATE);
    var another = LeadEvent.about(two.getFirst(), "j2", NOON, Channel.SYSTEM, happening);
    assertThat(score.score(another).result()).isEqualTo(Result.REFUSED);
  }
}
