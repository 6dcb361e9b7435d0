package dev.trellis.core.profile;

import static dev.trellis.core.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening.ContentDownloaded;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.playbook.TagScheme.Layer;
import dev.trellis.core.portrait.Portrait;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Machines move nothing, people always count, and the order in which things are told is no matter.
 */
@Tag("R82")
class MachineReadsTest {

  private static final String STRATEGY = "omni-channel-capture-strategy";
  private static final String SOLUTION = "omni-channel-capture-solution";
  private static final Instant DELIVERED = T0.plusMillis(800);
  private static final LeadEvent DELIVERY = delivery("m1", DELIVERED);

  @Test
  void whatAKnownMachineDidMovesNothing() {
    var before = fold(Samples.scan("e1", T0));
    var visit = event("e2", T0.plusSeconds(9), new MachineVisited(STRATEGY, "m1", "head"));
    var after = before.with(visit);

    assertThat(moved(after)).isEqualTo(moved(before));
    assertThat(after.machine(visit)).hasValue("head");
  }

  @Test
  void withinTwoSecondsOfDeliveryNobodyReads() {
    for (long millis : List.of(-500L, 0L, 1999L, 2000L)) {
      var read = glance("e2", DELIVERED.plusMillis(millis), 1);
      var profile = fold(DELIVERY, read);
      assertThat(profile.countedReads()).as(millis + " ms").isEmpty();
      assertThat(profile.countedActivity()).isEmpty();
      assertThat(profile.machine(read)).hasValue("within-two-seconds");
    }
  }

  @Test
  void whoStaysForTwoSecondsIsAPersonUnlessTheMailWasNotThereYet() {
    var stayed = glance("e2", DELIVERED.plusMillis(1), 2);
    var tooEarly = glance("e3", DELIVERED.minusMillis(1), 2);

    assertThat(fold(DELIVERY, stayed).machine(stayed)).isEmpty();
    assertThat(fold(DELIVERY, tooEarly).machine(tooEarly)).hasValue("within-two-seconds");
  }

  @Test
  void aMillisecondLaterItIsAPerson() {
    var read = read("e2", DELIVERED.plusMillis(2001), STRATEGY);
    var profile = fold(DELIVERY, read);

    assertThat(profile.machine(read)).isEmpty();
    assertThat(profile.countedReads().get(STRATEGY))
        .isEqualTo(
            new Reads(new TreeMap<>(Map.of(3, 1)), read.occurredAt(), read.occurredAt(), 20));
    assertThat(profile.countedActivity().values())
        .containsExactly(new TreeMap<>(Map.of(Behaviour.READ, new Tally(1, 20))));
  }

  @Test
  @Tag("R6")
  void aDownloadIsJudgedLikeAReadAndByTheReadBeforeIt() {
    var soon = download("e2", DELIVERED.plusMillis(2000), STRATEGY);
    assertThat(fold(DELIVERY, soon).machine(soon)).hasValue("within-two-seconds");
    assertThat(fold(DELIVERY, soon).countedActivity()).isEmpty();

    var later = download("e2", DELIVERED.plusMillis(2001), STRATEGY);
    var once = List.of(new TreeMap<>(Map.of(Behaviour.DOWNLOAD, new Tally(1, 0))));
    assertThat(fold(DELIVERY, later).countedActivity().values()).containsExactlyElementsOf(once);
    assertThat(fold(DELIVERY, later).countedReads()).isEmpty();
    var again = download("e3", DELIVERED.plusSeconds(60), STRATEGY);
    assertThat(fold(DELIVERY, later, again).countedActivity().values())
        .as("in parts")
        .containsExactlyElementsOf(once);
    assertThat(
            fold(DELIVERY, later, again)
                .settled(DELIVERED.plusSeconds(90))
                .last()
                .orElseThrow()
                .kind())
        .isEqualTo("ContentDownloaded");

    var page = glance("e1", DELIVERED.plusMillis(1000), 1);
    assertThat(fold(DELIVERY, page, later).machine(later)).hasValue("within-two-seconds");
    var day = T0.plus(Duration.ofDays(1));
    assertThat(fold(DELIVERY, download("e4", day, STRATEGY)).undecided(day)).isEmpty();
  }

  @Test
  void whoeverPressesWhatStandsOnThePageTheyOpenedIsNoMachine() {
    var cookie = Identity.parse("cookie:b1");
    var page = read("e1", T0.plusSeconds(60), STRATEGY).naming(List.of(cookie));
    var pressed =
        event("e2", T0.plusSeconds(64), new CtaFollowed("community", "content", "m1", T0))
            .naming(List.of(cookie));
    assertThat(fold(page, pressed).machine(page)).isEmpty();
    assertThat(fold(page, pressed).machine(pressed)).isEmpty();
  }

  @Test
  void everyLinkOfOneMailWithinFiveSecondsIsAMachine() {
    var one = read("e1", T0.plusSeconds(60), STRATEGY);
    var atOnce = read("e2", T0.plusSeconds(65), SOLUTION);
    var both = fold(DELIVERY, one, atOnce);
    assertThat(both.countedReads()).isEmpty();
    assertThat(both.machine(one)).hasValue("all-links-at-once");
    assertThat(both.machine(atOnce)).hasValue("all-links-at-once");

    var later = read("e2", T0.plusSeconds(65).plusMillis(1), SOLUTION);
    assertThat(fold(DELIVERY, one, later).countedReads()).containsOnlyKeys(STRATEGY, SOLUTION);
    var again = read("e2", T0.plusSeconds(62), STRATEGY);
    assertThat(fold(DELIVERY, one, again).countedReads().get(STRATEGY).count())
        .as("the same link again is the same read")
        .isEqualTo(1);
    var otherMail = read("e2", T0.plusSeconds(62), SOLUTION, "m2");
    assertThat(fold(DELIVERY, delivery("m2", T0), one, otherMail).countedReads()).hasSize(2);
  }

  @Test
  void thePreferencesOpenedAtOnceWithTheContentAreEveryLinkOfTheMail() {
    var read = read("e1", T0.plusSeconds(60), STRATEGY);
    var click = event("e2", T0.plusSeconds(58), new MailClicked("m1", null));

    assertThat(fold(DELIVERY, read, click).countedReads()).isEmpty();
    assertThat(fold(DELIVERY, click).countedActivity()).isEmpty();
  }

  @Test
  @Tag("R87")
  void howLongAMachineKeptThePageOpenDoesNotCount() {
    var read = glance("e1", DELIVERED.plusSeconds(1), 0);
    var left = left("e2", DELIVERED.plusSeconds(30));
    assertThat(moved(fold(DELIVERY, read, left))).isEqualTo(moved(Profile.EMPTY));
    assertThat(fold(DELIVERY, read, left).machine(left)).hasValue("within-two-seconds");

    var person = read("e3", DELIVERED.plusSeconds(600), STRATEGY);
    var leftToo = left("e4", DELIVERED.plusSeconds(660));
    assertThat(fold(DELIVERY, read, left, person, leftToo).countedActivity().values())
        .containsExactly(
            new TreeMap<>(
                Map.of(Behaviour.READ, new Tally(1, 20), Behaviour.VISIT, new Tally(1, 40))));
  }

  @Test
  void aPersonBesideAMachineCountsInFullAndTheRawReadsAreKept() {
    var scanner = glance("e1", DELIVERED.plusMillis(300), 0);
    var person = read("e2", DELIVERED.plus(Duration.ofMinutes(4)), STRATEGY);
    var reload = read("e3", DELIVERED.plus(Duration.ofMinutes(6)), STRATEGY);
    var nextDay = read("e4", DELIVERED.plus(Duration.ofDays(1)), STRATEGY);
    var all = fold(DELIVERY, scanner, person, reload, nextDay);
    var alone = fold(DELIVERY, person, nextDay);

    assertThat(all.countedReads()).isEqualTo(alone.countedReads());
    assertThat(all.countedReads().get(STRATEGY).count()).isEqualTo(2);
    assertThat(all.countedActivity()).isEqualTo(alone.countedActivity());
    assertThat(all.doubts()).hasSize(4);
    assertThat(all.events()).isEqualTo(5);
  }

  @Test
  void anHourAfterTheMailThereIsNoDoubt() {
    var before = read("e1", T0.plus(Duration.ofHours(1)).minusMillis(1), STRATEGY);
    var after = read("e1", T0.plus(Duration.ofHours(1)), STRATEGY);

    assertThat(fold(before).undecided(before.occurredAt())).hasSize(1);
    assertThat(fold(after).undecided(after.occurredAt())).isEmpty();
    assertThat(fold(after).settled(after.occurredAt()).reads()).containsOnlyKeys(STRATEGY);
  }

  @Test
  void allLinksAtOnceAreAMachineForThreeDays() {
    for (var after : List.of(Duration.ofHours(2), Duration.ofDays(3).minusSeconds(2))) {
      var one = read("e1", T0.plus(after), STRATEGY);
      var other = read("e2", T0.plus(after).plusSeconds(1), SOLUTION);
      assertThat(fold(one).countedReads()).containsOnlyKeys(STRATEGY);
      assertThat(fold(one, other).countedReads()).isEmpty();
      assertThat(fold(other, one).countedReads()).isEmpty();
    }
    var beyond = T0.plus(Duration.ofDays(3));
    assertThat(fold(read("e1", beyond, STRATEGY)).reads()).containsOnlyKeys(STRATEGY);
  }

  @Test
  void whoOnlyOpensAPageHoursLaterIsNotCertainToBeSomebodyUntilTheyStay() {
    var at = T0.plus(Duration.ofHours(2));
    var opened = glance("e1", at, 0);
    var left =
        event("e2", at.plusSeconds(1), new PageVisited("content/" + STRATEGY, 1, null, "m1", T0));
    var stayed =
        event("e3", at.plusSeconds(3), new PageVisited("content/" + STRATEGY, 2, null, "m1", T0));

    var later = at.plus(Duration.ofDays(9));
    assertThat(fold(opened, left).settled(later).reads()).containsOnlyKeys(STRATEGY);
    assertThat(fold(opened, left).certain(later).reads()).isEmpty();
    var person = fold(opened, left, stayed);
    assertThat(person.certain(later).reads()).containsOnlyKeys(STRATEGY);
    assertThat(person.isSecondSign(stayed)).isTrue();
    assertThat(person.isSecondSign(left)).isFalse();
    assertThat(fold(stayed, opened, left)).isEqualTo(person);
    assertThat(fold(glance("e4", at, 1)).certain(later).reads()).containsOnlyKeys(STRATEGY);
  }

  @Test
  void aReadOfWhichTheMailIsNotKnownCountsAtOnce() {
    var old = event("e1", T0, new ContentRead(STRATEGY, 3, 20, "m1"));
    assertThat(fold(delivery("m1", T0), old).reads()).containsOnlyKeys(STRATEGY);
  }

  @Test
  void aDeliveryToldLaterGivesTheSameProfile() {
    var events =
        List.of(
            DELIVERY,
            read("e1", DELIVERED.plusMillis(300), STRATEGY),
            left("e2", DELIVERED.plusMillis(900)),
            read("e3", DELIVERED.plusSeconds(50), STRATEGY),
            read("e4", DELIVERED.plusSeconds(52), SOLUTION));
    var expected = fold(events.toArray(LeadEvent[]::new)).toJson();
    for (int first = 0; first < events.size(); first++) {
      var told = new java.util.ArrayList<>(events);
      java.util.Collections.rotate(told, first);
      assertThat(fold(told.toArray(LeadEvent[]::new)).toJson()).isEqualTo(expected);
      java.util.Collections.reverse(told);
      assertThat(fold(told.toArray(LeadEvent[]::new)).toJson()).isEqualTo(expected);
    }
  }

  @Test
  @Tag("R17")
  void whoReadsBehindALinkHoldsItsMailboxOnceItIsKnownThatNoMachineRead() {
    var machine = held(glance("e1", DELIVERED.plusMillis(300), 0));
    var person = held(read("e2", DELIVERED.plusSeconds(90), STRATEGY));
    var later = T0.plus(Duration.ofHours(3));

    assertThat(fold(DELIVERY, machine).settled(later).proofs()).isEmpty();
    var undelivered = fold(machine, person);
    assertThat(undelivered.proofs()).isEmpty();
    assertThat(undelivered.settled(person.occurredAt()).proofs()).isEmpty();
    var proofs = Map.of(Identity.parse("email:a@example.com"), Proof.HELD);
    assertThat(undelivered.with(DELIVERY).settled(person.occurredAt()).proofs()).isEqualTo(proofs);
    assertThat(fold(person).settled(later).proofs()).as("never delivered").isEqualTo(proofs);
    var nextDay = held(read("e3", DELIVERED.plus(Duration.ofDays(1)), STRATEGY));
    assertThat(fold(nextDay).proofs()).as("beyond doubt").isEqualTo(proofs);
    assertThat(Profile.fromJson(undelivered.toJson())).isEqualTo(undelivered);
  }

  private static LeadEvent held(LeadEvent read) {
    return read.naming(List.of(Identity.parse("email:a@example.com"))).proving("email", Proof.HELD);
  }

  @Test
  @Tag("R17")
  void anotherBrowserIsAnotherReaderAndAReloadIsNone() {
    var own = read("e1", DELIVERED.plusSeconds(60), STRATEGY);
    var reload = read("e2", DELIVERED.plusSeconds(90), STRATEGY);
    var colleague =
        Samples.event(
                "e3",
                DELIVERED.plusSeconds(90),
                new ContentRead(STRATEGY, 3, 20, "m1", T0),
                "cookie:c2")
            .claiming(Map.of(Identity.parse("cookie:c2"), ""), new TreeSet<>());

    assertThat(reads(fold(DELIVERY, own, reload))).isEqualTo(1);
    assertThat(reads(fold(DELIVERY, own, reload, colleague))).isEqualTo(2);
    assertThat(reads(fold(DELIVERY, colleague))).isEqualTo(1);
  }

  private static int reads(Profile profile) {
    return Profile.fromJson(profile.toJson()).countedReads().get(STRATEGY).count();
  }

  @Test
  void untilTheDeliveryIsKnownNothingMovesAndWithoutOneItCountsAfterAnHour() {
    var at = DELIVERED.plusSeconds(90);
    var undelivered = fold(Samples.scan("e0", T0.minusSeconds(60)), read("e1", at, STRATEGY));
    var anHourLater = at.plus(Duration.ofHours(1));

    var soon = portrait(undelivered, anHourLater.minusMillis(1));
    assertThat(soon.tags(Layer.INTEREST)).isEmpty();
    assertThat(soon.profile().last().orElseThrow().event()).isEqualTo("e0");
    assertThat(undelivered.undecided(at).values()).containsExactly(anHourLater);
    var late = portrait(undelivered, anHourLater);
    assertThat(late.tags(Layer.INTEREST)).isNotEmpty();
    assertThat(late.profile().last().orElseThrow().at()).isEqualTo(at);
    assertThat(late.told()).isEqualTo(undelivered);

    var delivered = undelivered.with(DELIVERY);
    assertThat(portrait(delivered, at).tags(Layer.INTEREST)).isNotEmpty();
    assertThat(delivered.undecided(at)).isEmpty();
  }

  @Test
  void whatMovesNobodyLeavesEverythingThatRulesAskForAsItWas() {
    var random = new Random(19);
    int still = 0;
    for (int history = 0; history < 500; history++) {
      var before = Profile.EMPTY;
      for (var any : Samples.history(random, 20)) {
        var event = about(any);
        var after = before.with(event);
        if (!after.isMovedBy(event)) {
          still++;
          var now = event.occurredAt().plusMillis(random.nextInt(7_200_000));
          assertThat(asked(after, now)).as("%s", event).isEqualTo(asked(before, now));
        }
        before = after;
      }
    }
    assertThat(still).as("events that move nobody").isGreaterThan(500);
  }

  private static List<Object> asked(Profile profile, Instant now) {
    var p = profile.settled(now);
    return List.of(
        p.identities(),
        p.facts(),
        p.reads(),
        p.activity(),
        p.products(),
        p.first(),
        p.last(),
        profile.undecided(now));
  }

  @Test
  void theNewsOfADeliveryMovesWhoeverCameBeforeIt() {
    var read = read("e1", DELIVERED.plusMillis(300), STRATEGY);
    var news = about(DELIVERY);
    assertThat(fold(read, news).isMovedBy(news)).isTrue();
    assertThat(fold(news).isMovedBy(news)).isFalse();
  }

  private static LeadEvent about(LeadEvent event) {
    return LeadEvent.about(
        "L1", event.id(), event.occurredAt(), event.channel(), event.happening());
  }

  @Test
  @Tag("R86")
  void machinesBesidePeopleMoveNoScoreNoTagAndNoTouch() {
    var person = read("e1", DELIVERED.plus(Duration.ofMinutes(9)), SOLUTION);
    var machines =
        List.of(
            read("e2", DELIVERED.minusMillis(700), STRATEGY),
            read("e3", DELIVERED.plusSeconds(2), SOLUTION),
            left("e4", DELIVERED.plusSeconds(20)),
            read("e5", DELIVERED.plus(Duration.ofMinutes(2)), STRATEGY),
            event("e6", DELIVERED.plus(Duration.ofMinutes(2)), new MailClicked("m1", null)),
            event("e7", T0.plusSeconds(3000), new MachineVisited(STRATEGY, "m1", "gateway:x")));
    var alone = fold(DELIVERY, person);
    var beside = alone;
    for (var machine : machines) {
      beside = beside.with(machine);
    }
    var now = T0.plus(Duration.ofDays(2));

    assertThat(portrait(beside, now).tags()).isEqualTo(portrait(alone, now).tags()).isNotEmpty();
    assertThat(portrait(beside, now).scores()).isEqualTo(portrait(alone, now).scores());
    assertThat(portrait(beside, now).profile().last())
        .isEqualTo(portrait(alone, now).profile().last());
  }

  private static Portrait portrait(Profile profile, Instant now) {
    return Portrait.of("L1", profile, DefaultPlaybook.PLAYBOOK, now);
  }

  private static List<Object> moved(Profile profile) {
    var settled = profile.settled(T0.plus(Duration.ofDays(9)));
    return java.util.Arrays.asList(
        settled.reads(), settled.activity(), settled.first(), settled.last(), settled.facts());
  }

  private static Profile fold(LeadEvent... events) {
    var profile = Profile.EMPTY;
    for (var event : events) {
      profile = profile.with(event);
    }
    return profile;
  }

  private static LeadEvent delivery(String send, Instant at) {
    return event("d" + send, at, new MailDelivered(send));
  }

  private static LeadEvent read(String id, Instant at, String content) {
    return read(id, at, content, "m1");
  }

  private static LeadEvent read(String id, Instant at, String content, String send) {
    return event(id, at, new ContentRead(content, 3, 20, send, T0));
  }

  private static LeadEvent glance(String id, Instant at, long seconds) {
    return event(id, at, new ContentRead(STRATEGY, 3, seconds, "m1", T0));
  }

  private static LeadEvent download(String id, Instant at, String content) {
    return event(id, at, new ContentDownloaded(content, 3, "m1", T0));
  }

  private static LeadEvent left(String id, Instant at) {
    return event(id, at, new PageVisited("content/" + STRATEGY, 40, null, "m1", T0));
  }

  private static LeadEvent event(String id, Instant at, dev.trellis.core.event.Happening what) {
    return Samples.event(id, at, what);
  }
}
