package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.port.Listing;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.Quarantine;

/**
 * How much waits for a person's decision: mails of unknown fate, refused messages, and sweeps and
 * letters that nobody said yes to.
 */
public record Waits(Count unknown, Count quarantine, Count sweeps, Count letters) {

  private static final int COUNTED = 50;

  /**
   * How many there are.
   *
   * @param more true if these are not all
   */
  public record Count(int number, boolean more) {
    private static Count of(Listing.Page<?> page) {
      return new Count(page.entries().size(), page.next() != null);
    }

    private static Count of(Stream<?> all) {
      return new Count((int) all.count(), false);
    }
  }

  /** What waits now. */
  public static Waits of(
      MailLedger ledger, Quarantine quarantine, List<SweepView> sweeps, List<LetterView> letters) {
    return new Waits(
        Count.of(ledger.unknown(null, COUNTED)),
        Count.of(quarantine.page(null, COUNTED)),
        Count.of(sweeps.stream().filter(SweepView::waitsForYes)),
        Count.of(letters.stream().filter(LetterView::waitsForYes)));
  }
}
