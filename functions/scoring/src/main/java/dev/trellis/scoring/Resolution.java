package dev.trellis.scoring;

import static dev.trellis.core.identity.IdentityType.COOKIE;
import static dev.trellis.core.identity.IdentityType.EMAIL;
import static dev.trellis.core.identity.IdentityType.PHONE;

import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.PersonName;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Field;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * To whom an event belongs (R17). Each name brings its lead along, strongest names first:
 *
 * <ol>
 *   <li>addresses and accounts (e-mail, openid, unionid, WeCom, CRM) are one person's, so two of
 *       them make one person of two leads;
 *   <li>a mobile number brings its lead along unless the names told differ, or that lead has an
 *       address and the event another one. Then it may still be the same person with a private
 *       address, so the number decides if nothing else says who it is, both told their names and
 *       the names agree, and the lead has only one address yet. So a number that an office shares,
 *       or that people make up, never gathers more than two addresses, and never joins two leads
 *       that have addresses of their own. Two leads too many are merged later; two people in one
 *       lead are hard to tell apart;
 *   <li>a browser brings its lead along as long as neither address nor number contradicts, and the
 *       browser of a shared device never does.
 * </ol>
 *
 * Two leads that were once split are never merged: the one with the stronger name gets the event.
 *
 * @param leads who turn out to be one person, oldest first; none if the person is new
 * @param names the identities of the event that shall belong to that person from now on
 */
record Resolution(List<LeadRecord> leads, SortedSet<Identity> names) {

  private static final int MOST_ADDRESSES = 2;

  /** An event that says whose it is: it merges nobody, and takes only names that are free. */
  static Resolution told(LeadEvent event, LeadRecord lead, Map<Identity, LeadRecord> owners) {
    var names =
        naming(event)
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
    var gathering = new Gathering(event, owners);
    naming(event).sorted(Strength.ORDER).forEach(gathering::add);
    return new Resolution(List.copyOf(gathering.leads.values()), gathering.names);
  }

  /** The names that can say who it was: no shared browser, no made-up number. */
  static Stream<Identity> naming(LeadEvent event) {
    return event.identities().stream()
        .filter(i -> !(event.sharedDevice() && i.type() == COOKIE))
        .filter(i -> !Strength.isMadeUp(i));
  }

  private static boolean isOf(LeadRecord lead, LeadRecord owner) {
    return lead.lead().equals(owner.lead());
  }

  private static final class Gathering {

    private final LeadEvent event;
    private final Map<Identity, LeadRecord> owners;
    private final SortedSet<Identity> names = new TreeSet<>();
    private final SortedMap<String, LeadRecord> leads = new TreeMap<>();

    Gathering(LeadEvent event, Map<Identity, LeadRecord> owners) {
      this.event = event;
      this.owners = owners;
    }

    void add(Identity name) {
      var owner = owners.get(name);
      if (owner == null || leads.containsKey(owner.lead()) || belongs(name, owner)) {
        names.add(name);
        if (owner != null) {
          leads.put(owner.lead(), owner);
        }
      }
    }

    private boolean belongs(Identity name, LeadRecord owner) {
      return leads.values().stream().noneMatch(owner::isApartFrom)
          && switch (name.type()) {
            case COOKIE -> !contradicts(EMAIL, owner) && !contradicts(PHONE, owner);
            case PHONE ->
                contradicts(EMAIL, owner)
                    ? isSecondAddress(owner)
                    : !PersonName.differ(told(), name(owner));
            default -> true;
          };
    }

    // Both are known, and they are different.
    private boolean contradicts(IdentityType type, LeadRecord owner) {
      var here = new TreeSet<String>();
      event.identities().stream().filter(i -> i.type() == type).forEach(i -> here.add(i.value()));
      leads.values().forEach(l -> here.addAll(l.profile().identities(type)));
      var there = owner.profile().identities(type);
      return !here.isEmpty() && !there.isEmpty() && Collections.disjoint(here, there);
    }

    private boolean isSecondAddress(LeadRecord owner) {
      return leads.isEmpty()
          && owner.profile().identities(EMAIL).size() < MOST_ADDRESSES
          && PersonName.agree(told(), name(owner));
    }

    private static String name(LeadRecord owner) {
      return owner.profile().value(Field.NAME).orElse(null);
    }

    private String told() {
      return switch (event.happening()) {
        case FormSubmitted form -> form.answers().get(Field.NAME);
        case CallRecorded call -> call.answers().get(Field.NAME);
        case RecordImported row -> row.values().get(Field.NAME);
        default -> null;
      };
    }
  }
}
