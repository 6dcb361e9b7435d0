package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.Why;
import dev.trellis.core.port.Draw;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.ClaimResult;
import dev.trellis.core.port.MailLedger.ClaimResult.Claimed;
import dev.trellis.core.port.MailLedger.ClaimResult.Exists;
import dev.trellis.core.port.MailLedger.ClaimResult.OverBudget;
import dev.trellis.core.port.MailLedger.ClaimResult.Suppressed;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import org.junit.jupiter.api.Test;

/** What dispatch may expect of any {@link MailLedger}. */
abstract class MailLedgerContract {

  private final Ports ports = ports();
  private final MailLedger ledger = ports.mails();
  private final String lead = Sample.lead();
  private final String address = Ids.random();
  private final String mailbox = Ids.random();

  abstract Ports ports();

  @Test
  void knowsNothingThatWasNeverWritten() {
    assertThat(ledger.load(lead, "send-1")).isEmpty();
    assertThat(ledger.find(lead, "send-1")).isEmpty();
  }

  @Test
  void loadsALeadWithItsPositionAndTheEntryOfTheSend() {
    var stored = Sample.stored(ports.leads());
    var before = ledger.load(stored.lead(), "send-1").orElseThrow();
    assertThat(before.lead()).isEqualTo(stored);
    assertThat(before.position()).isEmpty();
    assertThat(before.entry()).isEmpty();

    var position = Sample.position("mil/high", 0);
    ports.placements().save(stored.lead(), position, Optional.empty());
    var entry = entry(stored.lead(), "send-1", "me");
    ledger.claim(entry, address);
    ledger.claim(entry(stored.lead(), "send-2", "me"), address);
    var after = ledger.load(stored.lead(), "send-1").orElseThrow();
    assertThat(after.position()).contains(position.nextVersion());
    assertThat(after.entry()).contains(entry);
  }

  @Test
  void knowsWhichMailsAreOfUnknownFateAndForgetsThoseThatAreSettled() {
    var one = entry(lead, Ids.random(), "me").in(State.UNKNOWN, null, "no answer", Sample.NOON);
    var other = entry(lead, Ids.random(), "me");
    ledger.skip(one);
    ledger.claim(other, address);
    assertThat(ledger.unknown()).contains(one).doesNotContain(other);

    var lost = other.in(State.UNKNOWN, null, "no answer", Sample.NOON);
    ledger.settle(lost, State.CLAIMED);
    ledger.settle(one.in(State.SENT, "m", null, Sample.NOON), State.UNKNOWN);
    for (int i = 0; i < 2; i++) {
      assertThat(ledger.unknown())
          .filteredOn(entry -> entry.lead().equals(lead))
          .containsExactly(lost);
    }
  }

  @Test
  void pagesHoldEachMailOfUnknownFateOnce() {
    var lost = new TreeSet<String>();
    for (int i = 0; i < 5; i++) {
      var mail = entry(lead, Ids.random(), "me").in(State.UNKNOWN, null, "no answer", Sample.NOON);
      ledger.skip(mail);
      lost.add(mail.sendId());
    }
    var settled = ledger.find(lead, lost.pollFirst()).orElseThrow();
    ledger.settle(settled.in(State.SENT, "m", null, Sample.NOON), State.UNKNOWN);
    var found = new ArrayList<String>();
    String after = null;
    do {
      var page = ledger.unknown(after, 2);
      page.entries().stream().map(Entry::sendId).filter(lost::contains).forEach(found::add);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(2).doesNotContain(settled);
      after = page.next();
    } while (after != null);
    assertThat(found).containsExactlyElementsOf(lost);
  }

  @Test
  void claimsASendOnce() {
    var entry = entry(lead, "send-1", "me");
    assertThat(ledger.claim(entry, address)).isEqualTo(new Claimed());
    assertThat(ledger.find(lead, "send-1")).contains(entry);
    assertThat(ledger.claim(entry(lead, "send-1", "you"), address)).isEqualTo(new Exists(entry));
    assertThat(ledger.find(lead, "send-1")).contains(entry);
  }

  @Test
  void recognisesAClaimOfTheSameOwner() {
    var entry = entry(lead, "send-1", "me");
    ledger.claim(entry, address);
    assertThat(ledger.claim(entry, address)).isEqualTo(new Claimed());
  }

  @Test
  void neverHandsOutASendAgainThatWasSettled() {
    var entry = entry(lead, "send-1", "me");
    ledger.claim(entry, address);
    var sent = entry.in(State.SENT, "m-1", null, Sample.NOON);
    assertThat(ledger.settle(sent, State.CLAIMED)).isTrue();
    assertThat(ledger.claim(entry, address)).isEqualTo(new Exists(sent));
  }

  @Test
  void claimsNothingForASuppressedAddress() {
    suppress(address);
    assertThat(ledger.claim(entry(lead, "send-1", "me"), address)).isEqualTo(new Suppressed());
    assertThat(ledger.find(lead, "send-1")).isEmpty();
    assertThat(ledger.claim(entry(lead, "send-1", "me"), Ids.random())).isEqualTo(new Claimed());
  }

  @Test
  void aMailboxGetsSoManyMailsADayAndATrySaysOnceWhichOneItIs() {
    var first = entry(lead, "send-1", "me");
    assertThat(drawing(first, "office", "deck", 2)).isEqualTo(new Claimed());
    ledger.hold(waiting(first));
    assertThat(drawing(entry(lead, "send-1", "her"), "office", "deck", 2)).isEqualTo(new Claimed());
    assertThat(drawing("send-2", "office", "case", 2)).isEqualTo(new Claimed());
    assertThat(drawing("send-3", "office", "film", 2)).isEqualTo(new OverBudget());
    assertThat(ledger.find(lead, "send-3")).isEmpty();
    assertThat(drawing("send-1", "office", "deck", 2)).isInstanceOf(Exists.class);
  }

  @Test
  void whatOthersUsedUpKeepsNobodyFromTheFirstMailAboutAMatter() {
    drawing("send-1", "office", "deck", 2);
    drawing("send-2", "office", "deck", 2);
    assertThat(drawing("send-3", "home", "deck", 2)).isEqualTo(new Claimed());
    assertThat(drawing("send-4", "home", "deck", 2)).isEqualTo(new OverBudget());
    assertThat(drawing("send-5", "home", "case", 2)).isEqualTo(new Claimed());
    assertThat(drawing("send-6", "home", "film", 2)).as("its own two").isEqualTo(new OverBudget());
  }

  @Test
  void aNetworkIsRepeatedToSoOftenAboutOneMatter() {
    assertThat(repeating("send-1", "office", "deck")).isEqualTo(new Claimed());
    assertThat(repeating("send-2", "office", "deck")).isEqualTo(new OverBudget());
    assertThat(repeating("send-3", "office", "case")).isEqualTo(new Claimed());
    assertThat(repeating("send-4", "home", "deck")).isEqualTo(new Claimed());
    assertThat(drawing("send-5", "office", "deck", 9)).as("no repetition").isEqualTo(new Claimed());
  }

  @Test
  void aNetworkAsksForSoManyMailsAnHourAndGetsBackWhatWasNotSent() {
    var office = Ids.random();
    var first = entry(lead, "send-1", "me");
    assertThat(ledger.claim(first, Set.of(address), ofNetwork(office))).isEqualTo(new Claimed());
    ledger.hold(waiting(first), ofNetwork(office));
    assertThat(ledger.claim(entry(lead, "send-2", "me"), Set.of(address), ofNetwork(office)))
        .isEqualTo(new Claimed());
    assertThat(ledger.claim(entry(lead, "send-3", "me"), Set.of(address), ofNetwork(office)))
        .isEqualTo(new OverBudget());
    assertThat(ledger.claim(entry(lead, "send-4", "me"), Set.of(address), ofNetwork(Ids.random())))
        .isEqualTo(new Claimed());
  }

  @Test
  void manyAtATimeDoNotOverdraw() throws Exception {
    var claimed = new AtomicInteger();
    Together.run(
        8,
        index -> {
          if (drawing("send-" + index, "office", "deck", 3) instanceof Claimed) {
            claimed.incrementAndGet();
          }
        });
    assertThat(claimed).hasValue(3);
  }

  @Test
  void showsAnEntryEvenIfTheAddressWasSuppressedSince() {
    var entry = entry(lead, "send-1", "me");
    ledger.claim(entry, address);
    suppress(address);
    assertThat(ledger.claim(entry(lead, "send-1", "you"), address)).isEqualTo(new Exists(entry));
  }

  @Test
  void recordsASkipWhateverTheAddress() {
    suppress(address);
    var skip = entry(lead, "send-1", "me").in(State.SKIPPED, null, "suppressed", Sample.NOON);
    assertThat(ledger.skip(skip)).isEqualTo(new Claimed());
    assertThat(ledger.find(lead, "send-1")).contains(skip);
  }

  @Test
  void settlesAnEntryFromItsStateOnly() {
    var entry = entry(lead, "send-1", "me");
    var unknown = entry.in(State.UNKNOWN, null, "timeout", Sample.NOON);
    var sent = entry.in(State.SENT, "m-1", null, Sample.NOON.plusSeconds(1));
    assertThat(ledger.settle(sent, State.CLAIMED)).isFalse();
    assertThat(ledger.find(lead, "send-1")).isEmpty();

    ledger.claim(entry, address);
    assertThat(ledger.settle(sent, State.UNKNOWN)).isFalse();
    assertThat(ledger.settle(unknown, State.CLAIMED)).isTrue();
    assertThat(ledger.settle(unknown, State.CLAIMED)).isTrue();
    assertThat(ledger.settle(sent, State.CLAIMED)).isFalse();
    assertThat(ledger.settle(sent, State.UNKNOWN)).isTrue();
    assertThat(ledger.find(lead, "send-1")).contains(sent);
  }

  @Test
  void releasesAClaimSoThatItCanBeTriedAgain() {
    var entry = entry(lead, "send-1", "me");
    ledger.claim(entry, address);
    ledger.hold(waiting(entry));
    ledger.hold(waiting(entry));
    assertThat(ledger.find(lead, "send-1")).contains(waiting(entry));
    assertThat(ledger.claim(entry(lead, "send-1", "you"), address)).isEqualTo(new Claimed());
  }

  @Test
  void releasesNeitherAnotherOnesClaimNorASettledEntry() {
    var entry = entry(lead, "send-1", "me");
    ledger.claim(entry, address);
    ledger.hold(waiting(entry(lead, "send-1", "you")));
    assertThat(ledger.find(lead, "send-1")).contains(entry);

    var sent = entry.in(State.SENT, "m-1", null, Sample.NOON);
    ledger.settle(sent, State.CLAIMED);
    ledger.hold(waiting(entry));
    assertThat(ledger.find(lead, "send-1")).contains(sent);
  }

  @Test
  void givesASendToOneOfManyWhoClaimIt() throws Exception {
    var claimed = new AtomicInteger();
    Together.run(
        8,
        index -> {
          if (ledger.claim(entry(lead, "send-1", "owner-" + index), address) instanceof Claimed) {
            claimed.incrementAndGet();
          }
        });
    assertThat(claimed).hasValue(1);
  }

  @Test
  void startsNoSendOnceASuppressionIsWritten() throws Exception {
    var written = new AtomicBoolean();
    var late = new ConcurrentLinkedQueue<ClaimResult>();
    Together.run(
        9,
        index -> {
          if (index == 0) {
            suppress(address);
            written.set(true);
            return;
          }
          for (int i = 0; i < 6; i++) {
            var isLate = written.get();
            var result = ledger.claim(entry(lead, "send-" + index + "-" + i, "me"), address);
            if (isLate) {
              late.add(result);
            }
          }
        });
    late.add(ledger.claim(entry(lead, "send-last", "me"), address));
    assertThat(late).containsOnly(new Suppressed());
  }

  private void suppress(String key) {
    ports.suppressions().add(key, new Suppression(Reason.UNSUBSCRIBE, Sample.NOON));
  }

  private ClaimResult drawing(String sendId, String network, String matter, int most) {
    return drawing(entry(lead, sendId, "me"), network, matter, most);
  }

  private ClaimResult drawing(Entry entry, String network, String matter, int most) {
    return ledger.claim(entry, Set.of(address), draw(network, matter, most, Draw.UNLIMITED));
  }

  private ClaimResult repeating(String sendId, String network, String matter) {
    return ledger.claim(
        entry(lead, sendId, "me"), Set.of(address), draw(network, matter, Draw.UNLIMITED, 1));
  }

  private Optional<Draw> draw(String network, String matter, int most, int again) {
    return Optional.of(
        new Draw(mailbox, network, matter, most, again, Optional.empty(), Sample.NOON));
  }

  // Each mail goes to a mailbox of its own.
  private static Optional<Draw> ofNetwork(String hour) {
    return Optional.of(
        new Draw(
            Ids.random(),
            "office",
            "deck",
            9,
            Draw.UNLIMITED,
            Optional.of(new Draw.Hour(hour, 1)),
            Sample.NOON));
  }

  private static Entry waiting(Entry claim) {
    return claim.in(State.WAITING, null, "sending-rate", Sample.NOON);
  }

  private static Entry entry(String lead, String sendId, String owner) {
    return new Entry(
        sendId,
        lead,
        State.CLAIMED,
        owner,
        Sample.NOON,
        "high-value",
        "s1",
        "solution",
        "deck",
        Why.parse("journey high-value version 1, step s1"),
        "您要的资料",
        null,
        null,
        false);
  }
}
