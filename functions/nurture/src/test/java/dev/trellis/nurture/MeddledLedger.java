package dev.trellis.nurture;

import dev.trellis.core.port.Draw;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.MailLedger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A ledger of whose claims a test makes something else. */
abstract class MeddledLedger implements MailLedger {

  private final MailLedger ledger;

  MeddledLedger(MailLedger ledger) {
    this.ledger = ledger;
  }

  /** What the real ledger says if somebody else was faster by the whole of what they do. */
  static MailLedger outrunBy(Runnable other, MailLedger ledger) {
    return new MeddledLedger(ledger) {
      private boolean isOutrun;

      @Override
      public ClaimResult claim(
          Entry entry, Collection<String> suppressionKeys, Optional<Draw> draw) {
        if (!isOutrun) {
          isOutrun = true;
          other.run();
        }
        return super.claim(entry, suppressionKeys, draw);
      }
    };
  }

  /** Writes a claim, loses the answer, asks again by itself, and finds what it wrote. */
  static MailLedger losingAnswers(MailLedger ledger) {
    return new MeddledLedger(ledger) {
      @Override
      public ClaimResult claim(
          Entry entry, Collection<String> suppressionKeys, Optional<Draw> draw) {
        super.claim(entry, suppressionKeys, draw);
        return new ClaimResult.Exists(entry);
      }
    };
  }

  @Override
  public Optional<Snapshot> load(String lead, String sendId) {
    return ledger.load(lead, sendId);
  }

  @Override
  public ClaimResult claim(Entry entry, Collection<String> suppressionKeys, Optional<Draw> draw) {
    return ledger.claim(entry, suppressionKeys, draw);
  }

  @Override
  public ClaimResult claimAgain(
      Entry entry, Collection<String> suppressionKeys, Optional<Draw> draw) {
    return ledger.claimAgain(entry, suppressionKeys, draw);
  }

  @Override
  public boolean settle(Entry entry, State from) {
    return ledger.settle(entry, from);
  }

  @Override
  public void hold(Entry waiting, Optional<Draw> draw) {
    ledger.hold(waiting, draw);
  }

  @Override
  public Optional<Entry> find(String lead, String sendId) {
    return ledger.find(lead, sendId);
  }

  @Override
  public List<Entry> unknown() {
    return ledger.unknown();
  }

  @Override
  public Listing.Page<Entry> unknown(String after, int most) {
    return ledger.unknown(after, most);
  }
}
