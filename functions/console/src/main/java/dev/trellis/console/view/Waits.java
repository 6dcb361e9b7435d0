package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.port.Listing;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.Quarantine;

/** How much waits for a person's decision: mails of unknown fate, and refused messages. */
public record Waits(Count unknown, Count quarantine) {

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
  }

  /** What waits now. */
  public static Waits of(MailLedger ledger, Quarantine quarantine) {
    return new Waits(
        Count.of(ledger.unknown(null, COUNTED)), Count.of(quarantine.page(null, COUNTED)));
  }
}
