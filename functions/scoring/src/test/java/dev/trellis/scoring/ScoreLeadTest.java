package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static dev.trellis.scoring.Events.crm;
import static dev.trellis.scoring.Events.form;
import static dev.trellis.scoring.Events.formWithReceipt;
import static dev.trellis.scoring.Events.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryTables;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScoreLeadTest {

  private static final String EMAIL = "email:lin@example.com";
  private static final String MOBILE = "phone:+8613800138000";
  private static final String OTHER_EMAIL = "email:wang@example.cn";
  private static final String OTHER_MOBILE = "phone:+8613800138001";
  private static final String COOKIE = "cookie:browser-1";

  private final InMemoryTables tables = new InMemoryTables();
  private final InMemoryLeadStore store = new InMemoryLeadStore(tables);
  private final ScoreLead score = new ScoreLead(store, InstantSource.fixed(NOON));

  @Test
  @Tag("R18")
  void aPersonNobodyKnewBecomesALead() {
    var consequences = score.score(scan("e1", COOKIE));

    var lead = onlyLiving();
    assertThat(lead.profile().identities()).containsExactly(Identity.parse(COOKIE));
    assertThat(tables.events(lead.lead())).extracting(LeadEvent::id).containsExactly("e1");
    assertThat(consequences.updates())
        .containsExactly(new ProfileUpdated(lead.lead(), 1, "e1", NOON));
    assertThat(consequences.signals()).isEmpty();
  }

  @Test
  @Tag("R18")
  void aHundredFirstSubmissionsAtOnceAreOnePerson() throws Exception {
    try (var threads = Executors.newFixedThreadPool(20)) {
      var deliveries =
          IntStream.range(0, 100)
              .mapToObj(
                  i -> (Callable<Consequences>) () -> delivered(form("e" + i, Map.of(), EMAIL)))
              .toList();
      for (var delivery : threads.invokeAll(deliveries)) {
        delivery.get();
      }
    }
    assertThat(tables.leads()).hasSize(1);
    assertThat(onlyLiving().profile().events()).isEqualTo(100);
  }

  // As the queue does: until it is done.
  private Consequences delivered(LeadEvent event) {
    while (true) {
      try {
        return score.score(event);
      } catch (ContentionException e) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aScanAndThenAFormFromTheSameBrowserAreOneLead() {
    score.score(scan("e1", COOKIE));
    score.score(form("e2", Map.of("company", "Example Ltd"), COOKIE, EMAIL));

    assertThat(onlyLiving().profile().events()).isEqualTo(2);
    assertThat(onlyLiving().profile().value("company")).contains("Example Ltd");
  }

  @Test
  @Tag("R17")
  void aSecondPersonAtTheSameBrowserIsAnotherLead() {
    score.score(form("e1", Map.of(), COOKIE, EMAIL, MOBILE));
    score.score(form("e2", Map.of(), COOKIE, OTHER_EMAIL, OTHER_MOBILE));

    assertThat(living()).hasSize(2);
    assertThat(owner(COOKIE)).isEqualTo(owner(EMAIL)).isNotEqualTo(owner(OTHER_EMAIL));
  }

  @Test
  @Tag("R17")
  void theSameMobileFromASecondPhoneIsTheSameLead() {
    score.score(form("e1", Map.of("name", "Lin Mei"), "cookie:phone-1", EMAIL, MOBILE));
    score.score(form("e2", Map.of("name", "lin mei"), "cookie:phone-2", OTHER_EMAIL, MOBILE));

    assertThat(living()).hasSize(1);
    assertThat(owner(OTHER_EMAIL)).isEqualTo(owner(EMAIL));
    assertThat(owner("cookie:phone-2")).isEqualTo(owner(EMAIL));
  }

  @Test
  void theSameEventTwiceIsStoredOnceAndToldTwice() {
    var event = form("e1", Map.of(), EMAIL);
    var first = score.score(event);
    var second = score.score(event);

    assertThat(first.result()).isEqualTo(Result.APPENDED);
    assertThat(second.result()).isEqualTo(Result.DUPLICATE);
    assertThat(second.updates()).isEqualTo(first.updates());
    assertThat(second.signals()).isEqualTo(first.signals()).isNotEmpty();
    assertThat(onlyLiving().profile().events()).isEqualTo(1);
  }

  @Test
  void anEventWithoutAnyNameToBeFoundByIsStoredOnceAsWell() {
    var kiosk =
        new LeadEvent(
            1,
            "e1",
            NOON,
            Channel.EXPO,
            null,
            scan("x", COOKIE).identities(),
            true,
            null,
            scan("x", COOKIE).happening());
    score.score(kiosk);
    score.score(kiosk);

    assertThat(tables.leads()).hasSize(1);
    assertThat(store.owners(kiosk.identities())).isEmpty();
  }

  @Test
  void aReplayedFormPageStoresNothingAndTellsNobody() {
    score.score(formWithReceipt("e1", "page-1", EMAIL));
    var replay = score.score(formWithReceipt("e2", "page-1", EMAIL));

    assertThat(replay).isEqualTo(Consequences.none(Result.RECEIPT_USED));
    assertThat(onlyLiving().profile().events()).isEqualTo(1);
  }

  @Test
  void journeysHearOfSubmissionsAndReads() {
    var lead = score.score(form("e1", Map.of(), EMAIL)).updates().getFirst().lead();
    var read =
        score.score(
            LeadEvent.about(lead, "e2", NOON, Channel.MAIL, new ContentRead("deck", 1, 30, null)));

    assertThat(read.signals()).containsExactly(new JourneySignal(lead, Reason.READ, NOON));
    assertThat(score.score(form("e1", Map.of(), EMAIL)).signals())
        .containsExactly(new JourneySignal(lead, Reason.SUBMITTED, NOON));
  }

  @Test
  @Tag("R94")
  void journeysHearOfADeliveryThatAReadInDoubtWaitsFor() {
    var lead = score.score(form("e1", Map.of(), EMAIL)).updates().getFirst().lead();
    assertThat(score.score(delivery(lead, "e2", "send-1")).signals()).isEmpty();
    var read = new ContentRead("deck", 1, 30, "send-2", NOON.minusSeconds(9));
    score.score(LeadEvent.about(lead, "e3", NOON, Channel.MAIL, read));

    assertThat(score.score(delivery(lead, "e4", "send-2")).signals())
        .containsExactly(new JourneySignal(lead, Reason.READ, NOON));
  }

  private static LeadEvent delivery(String lead, String id, String send) {
    return LeadEvent.about(lead, id, NOON, Channel.MAIL, new MailDelivered(send));
  }

  @Test
  void twoStrongNamesOfTwoLeadsMergeThemIntoTheOldest() {
    var older = born(scan("e1", COOKIE, MOBILE));
    var younger = born(form("e2", Map.of("title", "CIO"), "cookie:browser-2", EMAIL));
    var before = List.of(find(older).profile(), find(younger).profile());
    var merging = form("e3", Map.of(), EMAIL, MOBILE);
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
    var first = score.score(form("e3", Map.of(), EMAIL, MOBILE));
    var second = score.score(form("e3", Map.of(), EMAIL, MOBILE));

    assertThat(second.result()).isEqualTo(Result.DUPLICATE);
    assertThat(second.signals()).containsExactlyInAnyOrderElementsOf(first.signals());
  }

  @Test
  void anEventOfALeadThatWasMergedTwiceReachesTheSurvivor() {
    var first = born(scan("e1", EMAIL));
    var second = born(scan("e2", MOBILE));
    var third = born(scan("e3", "wecom:w1"));
    score.score(form("e4", Map.of(), larger(EMAIL, MOBILE, "wecom:w1")));
    score.score(form("e5", Map.of(), EMAIL, MOBILE, "wecom:w1"));
    var survivor = onlyLiving();
    for (var lead : List.of(first, second, third)) {
      score.score(crm("crm-" + lead, lead, NOON, "accepted"));
    }
    var all = onlyLiving();
    assertThat(all.lead()).isEqualTo(survivor.lead());
    assertThat(all.absorbed()).hasSize(2);
    assertThat(all.profile().events()).isEqualTo(8);
  }

  // The names of the two youngest leads, so that the oldest is merged last.
  private String[] larger(String... names) {
    return java.util.Arrays.stream(names)
        .sorted(java.util.Comparator.comparing(this::owner).reversed())
        .limit(2)
        .toArray(String[]::new);
  }

  @Test
  void anEventStoredBeforeAMergeIsKnownAfterIt() {
    var scanned = scan("e1", MOBILE);
    born(scanned);
    var other = scan("e2", EMAIL);
    born(other);
    score.score(form("e3", Map.of(), EMAIL, MOBILE));

    assertThat(score.score(scanned).result()).isEqualTo(Result.DUPLICATE);
    assertThat(score.score(other).result()).isEqualTo(Result.DUPLICATE);
    assertThat(onlyLiving().profile().events()).isEqualTo(3);
  }

  @Test
  void aBrowserThatALoserOnlySawStaysWithItsOwner() {
    score.score(form("e1", Map.of(), COOKIE, EMAIL));
    score.score(form("e2", Map.of(), COOKIE, OTHER_EMAIL));
    score.score(scan("e3", OTHER_MOBILE));
    score.score(form("e4", Map.of(), OTHER_EMAIL, OTHER_MOBILE));

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
            InstantSource.fixed(NOON));
    interrupted.score(scan("e4", EMAIL, MOBILE));

    assertThat(onlyLiving().profile().events()).isEqualTo(5);
    assertThat(onlyLiving().absorbed()).hasSize(2);
  }

  @Test
  void theSameMergeTwiceAtOnceIsOneMerge() {
    born(scan("e1", EMAIL));
    born(scan("e2", MOBILE));
    var merging = scan("e3", EMAIL, MOBILE);
    var interrupted =
        new ScoreLead(
            new Interrupted(store, () -> score.score(merging)), InstantSource.fixed(NOON));

    assertThat(interrupted.score(merging).result()).isEqualTo(Result.DUPLICATE);
    assertThat(onlyLiving().profile().events()).isEqualTo(3);
  }

  @Test
  void aFirstSubmissionThatAnotherOvertookJoinsIt() {
    var interrupted =
        new ScoreLead(
            new Interrupted(store, () -> score.score(form("e1", Map.of(), EMAIL))),
            InstantSource.fixed(NOON));
    interrupted.score(form("e2", Map.of(), EMAIL, MOBILE));

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
    assertThatThrownBy(
            () -> new ScoreLead(busy, InstantSource.fixed(NOON)).score(scan("e1", COOKIE)))
        .isInstanceOf(ContentionException.class);
    assertThat(calls[0]).isEqualTo(8);
  }

  @Test
  void anEventOfALeadThatDoesNotExistFails() {
    assertThatThrownBy(() -> score.score(crm("e1", "Lnobody", NOON, "accepted")))
        .isInstanceOf(LeadNotFoundException.class)
        .hasMessageContaining("Lnobody");
    assertThat(tables.leads()).isEmpty();
  }

  @Test
  @Tag("R60")
  void theCrmsLastWordCountsInWhateverOrderItArrives() {
    var lead = born(scan("e1", EMAIL));
    score.score(crm("e2", lead, NOON.plusSeconds(60), "returned"));
    score.score(crm("e3", lead, NOON.plusSeconds(30), "accepted"));

    assertThat(onlyLiving().profile().value(Field.CRM_STATUS)).contains("returned");
  }

  @Test
  @Tag("R60")
  void thatTheRecordArrivedNeverOverrulesAVerdict() {
    var lead = born(scan("e1", EMAIL));
    score.score(crm("e2", lead, NOON, "accepted"));
    score.score(crm("e3", lead, NOON.plusSeconds(60), "received"));

    assertThat(onlyLiving().profile().value(Field.CRM_STATUS)).contains("accepted");
  }

  @Test
  void theRecordOfASecondCrmIdBelongsToTheLeadThatTheEventNames() {
    var lead = born(scan("e1", EMAIL));
    var received = crm("e2", lead, NOON, "received");
    score.score(
        new LeadEvent(
            1,
            received.id(),
            NOON,
            Channel.CRM,
            lead,
            scan("x", "crm:stand-in/42").identities(),
            false,
            null,
            received.happening()));

    assertThat(owner("crm:stand-in/42")).isEqualTo(lead);
  }

  @Test
  void theProfileIsTheFoldOfTheLogWhateverWasLeftOut() {
    score.score(form("e1", Map.of(), COOKIE, EMAIL));
    var second = form("e2", Map.of(), COOKIE, OTHER_EMAIL);
    var lead = born(second);

    assertThat(find(lead).profile()).isEqualTo(Profile.EMPTY.with(second));
  }

  private String born(LeadEvent event) {
    return score.score(event).updates().getFirst().lead();
  }

  private LeadRecord find(String lead) {
    return store.find(lead).orElseThrow();
  }

  private String owner(String identity) {
    return store.owners(Set.of(Identity.parse(identity))).get(Identity.parse(identity));
  }

  private List<LeadRecord> living() {
    return tables.leads().stream().filter(l -> l.mergedInto() == null).toList();
  }

  private LeadRecord onlyLiving() {
    assertThat(living()).hasSize(1);
    return living().getFirst();
  }

  /** Lets others do something just before the first append. */
  private static final class Interrupted extends ForwardingStore {
    private final ArrayDeque<Runnable> others;

    Interrupted(LeadStore store, Runnable other) {
      super(store);
      this.others = new ArrayDeque<>(List.of(other));
    }

    @Override
    public AppendResult append(Append append) {
      if (!others.isEmpty()) {
        others.poll().run();
      }
      return super.append(append);
    }
  }

  private static class ForwardingStore implements LeadStore {
    private final LeadStore store;

    ForwardingStore(LeadStore store) {
      this.store = store;
    }

    @Override
    public Map<Identity, Name> names(Set<Identity> identities) {
      return store.names(identities);
    }

    @Override
    public List<Logged> log(String lead) {
      return store.log(lead);
    }

    @Override
    public Optional<LeadRecord> find(String lead) {
      return store.find(lead);
    }

    @Override
    public AppendResult append(Append append) {
      return store.append(append);
    }
  }
}
