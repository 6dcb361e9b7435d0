package dev.trellis.scoring;

import static dev.trellis.core.identity.IdentityType.COOKIE;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.port.LeadRecord;

/**
 * To whom an event belongs (R17), and which of its names are that person's from now on.
 *
 * @param leads who turn out to be one person, oldest first; none if the person is new
 * @param names the identities of the event that shall belong to that person from now on
 * @param claims names that were told and are not the person's, each with the lead that has it, or
 *     empty if nobody does
 * @param held true if the browser of the event is the person's own beyond doubt
 * @param trusted true if something else than typing says who it is
 */
record Resolution(
    List<LeadRecord> leads,
    SortedSet<Identity> names,
    SortedMap<Identity, String> claims,
    boolean held,
    boolean trusted) {

  /**
   * An event that says whose it is: it merges nobody, and takes only names that are free and
   * proven. A browser that followed a link of a mail may be anybody's, unless it was the lead's
   * before; then so is what stands for it.
   */
  static Resolution told(LeadEvent event, LeadRecord lead, Map<Identity, LeadRecord> owners) {
    var names = new TreeSet<Identity>();
    var claims = new TreeMap<Identity, String>();
    var isOwnBrowser = naming(event).anyMatch(n -> n.type() == COOKIE && isOf(lead, owners.get(n)));
    naming(event)
        .forEach(name -> {
          var owner = owners.get(name);
          var isNew = event.proof(name.type()).isShown() || name.type() == COOKIE && isOwnBrowser;
          if (owner == null ? isNew : isOf(lead, owner)) {
            names.add(name);
          } else {
            claims.put(name, owner == null ? "" : owner.lead());
          }
        });
    return new Resolution(List.of(lead), names, claims, isOwnBrowser, true);
  }

  private static boolean isOf(LeadRecord lead, LeadRecord owner) {
    return owner != null && owner.lead().equals(lead.lead());
  }

  /** What somebody says who knows that these are one person. */
  static Resolution people(List<LeadRecord> oldestFirst) {
    return new Resolution(oldestFirst, new TreeSet<>(), new TreeMap<>(), false, true);
  }

  /**
   * An event that only names identities.
   *
   * @param owners the living lead behind each identity of the event that has one
   */
  static Resolution of(LeadEvent event, Map<Identity, LeadRecord> owners, Sameness sameness) {
    return new Gathering(event, owners, sameness).resolve();
  }

  /** The names that can say who it was: no shared browser, no made-up number. */
  static Stream<Identity> naming(LeadEvent event) {
    return event.identities().stream()
        .filter(i -> !(event.sharedDevice() && i.type() == COOKIE))
        .filter(i -> !Strength.isMadeUp(i));
  }
}
