package dev.trellis.checks.attack;

import dev.trellis.core.port.Draw;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.MailLedger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A ledger for which whoever claims a name is whoever has it. */
record NosyLedger(MailLedger ledger, World world) implements MailLedger {

  @Override
  public Optional<Snapshot> load(String lead, String sendId) {
    return ledger
        .load(lead, sendId)
        .map(found ->
            new Snapshot(
                Rule.claimed(world, lead).reduce(found.lead(), LeadRecord::absorbing),
                found.position(),
                found.entry()));
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
