package dev.trellis.checks.ports;

import static dev.trellis.core.port.LeadStore.AppendResult.APPENDED;
import static dev.trellis.core.port.LeadStore.AppendResult.CONFLICT;
import static dev.trellis.core.port.LeadStore.AppendResult.DUPLICATE;
import static dev.trellis.core.port.LeadStore.AppendResult.RECEIPT_USED;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.MergeTrail;
import dev.trellis.core.port.imports.RowEffect;
import dev.trellis.core.port.imports.RowEffects;
import dev.trellis.core.port.imports.RowEffects.Spot;
import org.junit.jupiter.api.Test;

/** What scoring may expect of any {@link LeadStore}. */
abstract class LeadStoreContract {

  private static final int WRITERS = 32;
  private static final int EVENTS_EACH = 2;
  private static final int MOST_ATTEMPTS = 1_000;

  private final LeadStore store = ports().leads();
  private final Identity cookie = Sample.identity(IdentityType.COOKIE);
  private final Identity email = Sample.identity(IdentityType.EMAIL);

  abstract Ports ports();

  @Test
  void knowsNothingThatWasNeverWritten() {
    assertThat(store.find(Sample.lead())).isEmpty();
    assertThat(store.owners(Set.of(cookie))).isEmpty();
    assertThat(store.owners(Set.of())).isEmpty();
  }

  @Test
  void readsANewLeadAsItWasWritten() {
    var lead = Sample.lead();
    var event = Sample.submission(Ids.random(), email, cookie);
    assertThat(Sample.append(store, LeadRecord.unborn(lead), event)).isEqualTo(APPENDED);

    var expected = Sample.after(LeadRecord.unborn(lead), event);
    var found = store.find(lead).orElseThrow();
    assertThat(found.profile()).isEqualTo(expected.profile());
    assertThat(found.profile().toJson()).isEqualTo(expected.profile().toJson());
    assertThat(found.version()).isEqualTo(1);
    assertThat(found.absorbed()).isEmpty();
    assertThat(found.mergedInto()).isNull();
    var stranger = Sample.identity(IdentityType.EMAIL);
    assertThat(store.owners(Set.of(cookie, email, stranger)))
        .isEqualTo(Map.of(cookie, lead, email, lead));
  }

  @Test
  void whoeverDecidesOnWhatWasReadAheadIsToldThatItIsGone() {
    var lead = Sample.stored(store);
    store.expect(Set.of(cookie), Set.of(lead.lead()));
    assertThat(Sample.append(store, lead, Sample.scan(cookie))).isEqualTo(APPENDED);

    var stale = store.find(lead.lead()).orElseThrow();
    if (stale.version() == lead.version()) {
      assertThat(Sample.append(store, stale, Sample.scan(email))).isEqualTo(CONFLICT);
    }
    assertThat(store.find(lead.lead()).orElseThrow().version()).isEqualTo(lead.version() + 1);
    assertThat(store.owners(Set.of(cookie))).isEqualTo(Map.of(cookie, lead.lead()));
  }

  @Test
  void tellsIdentitiesOfTheSameValueApart() {
    var owner = Sample.stored(store);
    var identity = owner.profile().identities().first();
    var namesake = new Identity(IdentityType.OPENID, identity.value());
    assertThat(store.owners(Set.of(identity, namesake))).isEqualTo(Map.of(identity, owner.lead()));
  }

  @Test
  void findsTheOwnersOfMoreThanAHundredIdentities() {
    var owned = new HashSet<Identity>();
    var asked = new HashSet<Identity>();
    for (int i = 0; i < 102; i++) {
      asked.add(Sample.identity(IdentityType.WECOM));
    }
    for (int i = 0; i < 3; i++) {
      owned.addAll(Sample.stored(store).profile().identities());
    }
    asked.addAll(owned);
    assertThat(store.owners(asked).keySet()).isEqualTo(owned);
  }

  @Test
  void tellsWhatARowDidWhereItsEventLies() {
    var lead = LeadRecord.unborn(Sample.lead());
    var event = Sample.submission(Ids.random(), email);
    var did = new RowEffect(RowEffect.Kind.CHANGED, new TreeSet<>(Set.of("title", "import.备注")));
    var append =
        new Append(event, Sample.after(lead, event), List.of(), Map.of(email, Optional.empty()));
    assertThat(store.append(append.effecting(Optional.of(did)))).isEqualTo(APPENDED);
    var other = Sample.scan(cookie);
    Sample.append(store, store.find(lead.lead()).orElseThrow(), other);

    var here = new Spot(lead.lead(), event.id());
    assertThat(((RowEffects) store).at(List.of(here, new Spot(Sample.lead(), event.id()))))
        .isEqualTo(Map.of(event.id(), did));
    assertThat(((RowEffects) store).at(List.of(new Spot(lead.lead(), other.id()))))
        .as("an event that is of no row")
        .isEqualTo(Map.of(other.id(), RowEffect.KNOWN));
    assertThat(((RowEffects) store).at(List.of())).isEmpty();
  }

  @Test
  void raisesTheVersionByOneWithEachEvent() {
    var lead = Sample.stored(store);
    assertThat(Sample.append(store, lead, Sample.scan(cookie))).isEqualTo(APPENDED);
    var next = store.find(lead.lead()).orElseThrow();
    assertThat(next.version()).isEqualTo(lead.version() + 1);
    assertThat(next.profile().events()).isEqualTo(2);
  }

  @Test
  void writesNothingOnAVersionThatIsGone() {
    var read = Sample.stored(store);
    Sample.append(store, read, Sample.scan(cookie));
    var before = store.find(read.lead());

    var late = Sample.submission(Ids.random(), email);
    assertThat(Sample.append(store, read, late)).isEqualTo(CONFLICT);
    assertThat(store.find(read.lead())).isEqualTo(before);
    assertThat(store.owners(Set.of(email))).isEmpty();

    assertThat(Sample.append(store, before.orElseThrow(), late)).isEqualTo(APPENDED);
  }

  @Test
  void doesNotBearALeadThatIsBornAlready() {
    var lead = Sample.stored(store);
    assertThat(Sample.append(store, LeadRecord.unborn(lead.lead()), Sample.scan(cookie)))
        .isEqualTo(CONFLICT);
  }

  @Test
  void appendsAnEventToldTwiceOnce() {
    var event = Sample.scan(cookie);
    var lead = Sample.lead();
    Sample.append(store, LeadRecord.unborn(lead), event);
    var before = store.find(lead);

    assertThat(Sample.append(store, before.orElseThrow(), event)).isEqualTo(DUPLICATE);
    assertThat(store.find(lead)).isEqualTo(before);
  }

  @Test
  void takesAnEventInTheLogForADuplicateEvenOnAnOldVersion() {
    var event = Sample.submission(Ids.random(), email);
    var lead = Sample.lead();
    Sample.append(store, LeadRecord.unborn(lead), event);
    Sample.append(store, store.find(lead).orElseThrow(), Sample.scan(cookie));

    var stale = store.find(lead).orElseThrow().atVersion(1);
    assertThat(Sample.append(store, stale, event)).isEqualTo(DUPLICATE);
  }

  @Test
  void takesAReceiptOnce() {
    var receipt = Ids.random();
    var lead = Sample.lead();
    var first = Sample.submission(receipt, email);
    assertThat(Sample.append(store, LeadRecord.unborn(lead), first)).isEqualTo(APPENDED);
    var before = store.find(lead);

    var again = Sample.submission(receipt, email);
    assertThat(Sample.append(store, before.orElseThrow(), again)).isEqualTo(RECEIPT_USED);
    assertThat(Sample.append(store, LeadRecord.unborn(Sample.lead()), again))
        .isEqualTo(RECEIPT_USED);
    assertThat(Sample.append(store, before.orElseThrow(), first)).isEqualTo(DUPLICATE);
    assertThat(Sample.append(store, LeadRecord.unborn(Sample.lead()), first))
        .as("the same page, sent again in another person's name")
        .isEqualTo(RECEIPT_USED);
    assertThat(store.find(lead)).isEqualTo(before);
  }

  @Test
  void takesSubmissionsWithoutAReceiptEachForItself() {
    var lead = Sample.lead();
    Sample.append(store, LeadRecord.unborn(lead), Sample.submission(null, email));
    assertThat(Sample.append(store, store.find(lead).orElseThrow(), Sample.submission(null, email)))
        .isEqualTo(APPENDED);
  }

  @Test
  void givesAnIdentityToOneOfTwoWhoFoundItFree() {
    var first = Sample.lead();
    var second = Sample.lead();
    var claims = Map.of(email, Optional.<String>empty());
    assertThat(append(LeadRecord.unborn(first), claims)).isEqualTo(APPENDED);
    assertThat(append(LeadRecord.unborn(second), claims)).isEqualTo(CONFLICT);
    assertThat(store.owners(Set.of(email))).isEqualTo(Map.of(email, first));
    assertThat(store.find(second)).isEmpty();
  }

  @Test
  void takesNoIdentityFromAnOwnerOtherThanTheOneRead() {
    var owner = Sample.stored(store);
    var identity = owner.profile().identities().first();
    var claims = Map.of(identity, Optional.of(Sample.lead()));
    assertThat(append(LeadRecord.unborn(Sample.lead()), claims)).isEqualTo(CONFLICT);
    assertThat(store.owners(Set.of(identity))).isEqualTo(Map.of(identity, owner.lead()));
  }

  @Test
  void mergesLeads() {
    var survivor = Sample.stored(store);
    var loser = Sample.stored(store);
    var another = Sample.stored(store);
    var event = Sample.scan(cookie);
    assertThat(Sample.merge(store, survivor, event, loser, another)).isEqualTo(APPENDED);

    var merged = store.find(survivor.lead()).orElseThrow();
    assertThat(merged.absorbed()).containsExactlyInAnyOrder(loser.lead(), another.lead());
    assertThat(merged.profile().events()).isEqualTo(4);
    assertThat(merged.version()).isEqualTo(survivor.version() + 1);
    for (var lost : List.of(loser, another)) {
      var pointer = store.find(lost.lead()).orElseThrow();
      assertThat(pointer.mergedInto()).isEqualTo(survivor.lead());
      assertThat(pointer.version()).isEqualTo(lost.version() + 1);
      assertThat(pointer.profile()).isEqualTo(lost.profile());
      var identity = lost.profile().identities().first();
      assertThat(store.owners(Set.of(identity))).containsValue(survivor.lead());
    }
  }

  @Test
  void mergesNothingIfALoserChangedInBetween() {
    var survivor = Sample.stored(store);
    var loser = Sample.stored(store);
    Sample.append(store, loser, Sample.scan(cookie));

    assertThat(Sample.merge(store, survivor, Sample.scan(cookie), loser)).isEqualTo(CONFLICT);
    assertThat(store.find(survivor.lead())).contains(survivor);
    assertThat(store.find(loser.lead()).orElseThrow().mergedInto()).isNull();
  }

  @Test
  void knowsAnEventOfALoserWhileItIsMerged() {
    var event = Sample.scan(cookie);
    var loser = Sample.lead();
    Sample.append(store, LeadRecord.unborn(loser), event);
    var survivor = Sample.stored(store);
    assertThat(Sample.merge(store, survivor, event, store.find(loser).orElseThrow()))
        .isEqualTo(DUPLICATE);
    assertThat(store.find(survivor.lead())).contains(survivor);
  }

  @Test
  void knowsAnEventAcrossTwoMerges() {
    var event = Sample.scan(cookie);
    var first = Sample.lead();
    Sample.append(store, LeadRecord.unborn(first), event);
    var second = Sample.stored(store);
    Sample.merge(store, second, Sample.scan(cookie), store.find(first).orElseThrow());
    var third = Sample.stored(store);
    Sample.merge(store, third, Sample.scan(cookie), store.find(second.lead()).orElseThrow());

    var survivor = store.find(third.lead()).orElseThrow();
    assertThat(survivor.absorbed()).containsExactlyInAnyOrder(first, second.lead());
    assertThat(Sample.append(store, survivor, event)).isEqualTo(DUPLICATE);
    assertThat(store.find(third.lead())).contains(survivor);
  }

  @Test
  void aPersonOfManyBrowsersKnowsTheEventsOfTheYoungestAndIsNeverStuck() {
    var events = new ArrayList<LeadEvent>();
    var losers = new ArrayList<LeadRecord>();
    for (int i = 0; i < 26; i++) {
      var browser = Sample.identity(IdentityType.COOKIE);
      var event = Sample.scan(browser);
      var lead = Ids.newLead(Sample.NOON.plusSeconds(i));
      Sample.append(store, LeadRecord.unborn(lead), event);
      events.add(event);
      losers.add(store.find(lead).orElseThrow());
    }
    var survivor = Sample.stored(store);
    assertThat(
            Sample.merge(store, survivor, Sample.scan(cookie), losers.toArray(LeadRecord[]::new)))
        .isEqualTo(APPENDED);

    var merged = store.find(survivor.lead()).orElseThrow();
    for (var youngest : events.subList(1, 26)) {
      assertThat(store.append(new Append(youngest, merged, List.of(), Map.of())))
          .isEqualTo(DUPLICATE);
    }
    assertThat(store.append(new Append(Sample.scan(cookie), merged, List.of(), Map.of())))
        .isEqualTo(APPENDED);
  }

  @Test
  void aLogIsInTheOrderInWhichItWasTold() {
    var lead = Sample.lead();
    var told = new ArrayList<LeadEvent>();
    for (int i = 0; i < 12; i++) {
      told.add(Sample.scan(cookie));
      Sample.append(store, store.find(lead).orElse(LeadRecord.unborn(lead)), told.getLast());
    }
    assertThat(store.log(lead).stream().map(LeadStore.Logged::event))
        .containsExactlyElementsOf(told);
    assertThat(store.log(lead).stream().map(LeadStore.Logged::version))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    assertThat(store.log(Sample.lead())).isEmpty();
  }

  @Test
  void aMergeSaysAtWhichVersionOfTheSurvivorItHappened() {
    var survivor = Sample.stored(store);
    var loser = Sample.stored(store);
    Sample.merge(store, survivor, Sample.scan(cookie), loser);

    var lost = store.find(loser.lead()).orElseThrow();
    assertThat(lost.mergedAt()).isEqualTo(store.find(survivor.lead()).orElseThrow().version());
  }

  @Test
  void aMergedLeadLeadsToWhoeverAbsorbedItInTheEnd() {
    var first = Sample.stored(store);
    var second = Sample.stored(store);
    var last = Sample.stored(store);
    var name = first.profile().identities().first();
    Sample.merge(store, second, Sample.scan(name), first);
    Sample.merge(store, last, Sample.scan(name), store.find(second.lead()).orElseThrow());

    assertThat(MergeTrail.of(store::find).leads(store.find(first.lead()).orElseThrow()))
        .extracting(LeadRecord::lead)
        .containsExactly(first.lead(), second.lead(), last.lead());
    assertThat(MergeTrail.of(store::find).survivor(store.find(last.lead()).orElseThrow()))
        .isEqualTo(store.find(last.lead()).orElseThrow());
  }

  @Test
  void writesWhatElseChangesTogetherWithTheEventOrNothing() {
    var one = Sample.stored(store);
    var other = Sample.stored(store);
    var event = Sample.scan(cookie);
    var together =
        new Append(
            event,
            one.apartFrom(other.lead()),
            List.of(),
            Map.of(),
            List.of(other.apartFrom(one.lead())));
    var late =
        new Append(event, one, List.of(), Map.of(), List.of(other.atVersion(other.version() + 7)));

    assertThat(store.append(late)).isEqualTo(CONFLICT);
    assertThat(store.find(one.lead())).contains(one);
    assertThat(store.append(together)).isEqualTo(APPENDED);
    assertThat(store.find(one.lead()).orElseThrow().apart()).containsExactly(other.lead());
    assertThat(store.find(other.lead()))
        .contains(other.apartFrom(one.lead()).atVersion(other.version() + 1));
  }

  @Test
  void knowsAnEventOfALeadThatWasSplitOff() {
    var event = Sample.scan(cookie);
    var other = Sample.lead();
    Sample.append(store, LeadRecord.unborn(other), event);
    var one = Sample.stored(store);

    assertThat(store.append(new Append(event, one.apartFrom(other), List.of(), Map.of())))
        .isEqualTo(DUPLICATE);
  }

  @Test
  void losesNothingAmongManyWriters() throws Exception {
    var lead = Sample.stored(store).lead();
    Together.run(
        WRITERS,
        _ -> {
          for (int i = 0; i < EVENTS_EACH; i++) {
            appendAmongOthers(lead);
          }
        });
    var found = store.find(lead).orElseThrow();
    assertThat(found.profile().events()).isEqualTo(1 + WRITERS * EVENTS_EACH);
    assertThat(found.version()).isEqualTo(1 + WRITERS * EVENTS_EACH);
  }

  private void appendAmongOthers(String lead) throws InterruptedException {
    var event = Sample.scan(cookie);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      var result = Sample.append(store, store.find(lead).orElseThrow(), event);
      if (result == APPENDED) {
        return;
      }
      assertThat(result).isEqualTo(CONFLICT);
      Thread.sleep(ThreadLocalRandom.current().nextLong(10, 40L << Math.min(attempt, 5)));
    }
    throw new AssertionError("others were always faster");
  }

  private LeadStore.AppendResult append(LeadRecord read, Map<Identity, Optional<String>> claims) {
    var event = Sample.scan(cookie);
    return store.append(
        new Append(event, Sample.after(read, event), List.of(), new TreeMap<>(claims)));
  }
}
