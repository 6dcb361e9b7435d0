package dev.trellis.scoring;

import static dev.trellis.core.identity.IdentityType.COOKIE;
import static dev.trellis.core.identity.IdentityType.EMAIL;
import static dev.trellis.core.identity.IdentityType.PHONE;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.port.LeadRecord;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * To whom an event belongs. Strong identities decide; a cookie only says which browser it was, so
 * it brings its lead along as long as nothing contradicts, and a shared device's cookie never does.
 *
 * @param leads who turn out to be one person, oldest first; none if the person is new
 * @param names the identities of the event that shall belong to that person from now on
 */
record Resolution(List<LeadRecord> leads, SortedSet<Identity> names) {

  /** An event that says whose it is: it merges nobody, and takes only names that are free. */
  static Resolution told(LeadEvent event, LeadRecord lead, Map<Identity, LeadRecord> owners) {
    var names =
        event.identities().stream()
            .filter(i -> !(event.sharedDevice() && i.type() == COOKIE))
            .filter(i -> !owners.containsKey(i) || isOf(lead, owners.get(i)))
            .collect(Collectors.toCollection(TreeSet::new));
    return new Resolution(List.of(lead), names);
  }

  /**
   * An event that only names identities.
   *
   * @param owners the living lead behind each identity of the event that has one
   */
  static Resolution of(LeadEvent event, Map<Identity, LeadRecord> owners) {
    var names = new TreeSet<Identity>();
    var leads = new TreeMap<String, LeadRecord>();
    for (var identity : event.identities()) {
      if (identity.type() != COOKIE) {
        join(identity, owners, names, leads);
      }
    }
    for (var identity : event.identities()) {
      if (identity.type() == COOKIE
          && !event.sharedDevice()
          && !contradicts(owners.get(identity), event, leads)) {
        join(identity, owners, names, leads);
      }
    }
    return new Resolution(List.copyOf(leads.values()), names);
  }

  private static void join(
      Identity identity,
      Map<Identity, LeadRecord> owners,
      SortedSet<Identity> names,
      Map<String, LeadRecord> leads) {
    names.add(identity);
    var owner = owners.get(identity);
    if (owner != null) {
      leads.put(owner.lead(), owner);
    }
  }

  // Two people at one browser: each has an address of their own, or a number of their own.
  private static boolean contradicts(
      LeadRecord ofCookie, LeadEvent event, Map<String, LeadRecord> leads) {
    return ofCookie != null
        && !leads.containsKey(ofCookie.lead())
        && Stream.of(EMAIL, PHONE)
            .anyMatch(type ->
                areDifferent(
                    ofCookie.profile().identities(type), values(type, event, leads.values())));
  }

  private static SortedSet<String> values(
      IdentityType type, LeadEvent event, Collection<LeadRecord> leads) {
    var values = new TreeSet<String>();
    event.identities().stream().filter(i -> i.type() == type).forEach(i -> values.add(i.value()));
    leads.forEach(l -> values.addAll(l.profile().identities(type)));
    return values;
  }

  private static boolean areDifferent(SortedSet<String> a, SortedSet<String> b) {
    return !a.isEmpty() && !b.isEmpty() && Collections.disjoint(a, b);
  }

  private static boolean isOf(LeadRecord lead, LeadRecord owner) {
    return lead.lead().equals(owner.lead());
  }
}
