package dev.trellis.console.view;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.Listing;
import java.util.List;

/**
 * A page of what happened to a lead, newest first.
 *
 * @param lead whose log it is, without what else is stored about it
 * @param kind the only one that was asked for, or empty
 */
public record LeadLog(LeadFolder lead, String kind, Listing.Page<LeadEvent> page) {

  /**
   * The same for programs.
   *
   * @param looked how many events were looked at to find these
   * @param next the {@code from} of the next page, or null
   */
  public record View(List<LeadView.Event> events, int looked, String next) {}

  /** The page for programs. */
  public View view() {
    return new View(
        page.entries().stream().map(event -> LeadView.Event.of(event, lead)).toList(),
        page.looked(),
        page.next());
  }
}
