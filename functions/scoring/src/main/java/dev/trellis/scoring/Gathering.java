package dev.trellis.scoring;

import static dev.trellis.core.identity.IdentityType.COOKIE;
import static dev.trellis.core.identity.IdentityType.EMAIL;
import static dev.trellis.core.identity.IdentityType.PHONE;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Addressee;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Profile;

/**
 * Gathers the leads that the names of one event bring along (R17), strongest names first; what is
 * proven before what was typed.
 *
 * <p>Of names that a source vouches for:
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
 *   <li>a company's mailbox ({@code info@}) brings its lead along unless the names told differ;
 *       then it is an address of both;
 *   <li>a browser brings its lead along as long as neither address nor number contradicts, and the
 *       person has not more browsers than a profile keeps; the browser of a shared device never
 *       does.
 * </ol>
 *
 * <p>Of names that somebody typed, the strongest that is known finds its lead, and joins it to
 * nobody. What stands beside it is a claim: it is kept, and finds nobody. A lead without an address
 * takes its first one from whoever shows, by a name that is proven or by name and company, to be
 * the same. A browser brings along what was done there before anybody gave a name.
 *
 * <p>Two leads that were once split are never merged: the one with the stronger name gets the
 * event.
 */
final class Gathering {

  private static final int MOST_ADDRESSES = 2;

  /** As many leads may have become one by themselves; who joins more is a person. */
  private static final int MOST_JOINED = 50;

  private final LeadEvent event;
  private final Map<Identity, LeadRecord> owners;
  private final Sameness sameness;
  private final SortedSet<Identity> names = new TreeSet<>();
  private final SortedMap<Identity, String> claims = new TreeMap<>();
  private final SortedMap<String, LeadRecord> leads = new TreeMap<>();
  private boolean isTrusted;
  private boolean isHeld;

  Gathering(LeadEvent event, Map<Identity, LeadRecord> owners, Sameness sameness) {
    this.event = event;
    this.owners = owners;
    this.sameness = sameness;
  }

  Resolution resolve() {
    each(this::isProven, this::proven);
    isTrusted = !leads.isEmpty();
    each(name -> !isProven(name) && Strength.isStrong(name), this::typed);
    each(name -> !isProven(name) && !Strength.isStrong(name), this::browser);
    // What is the person's own, as turned out, claims nothing.
    claims.forEach((name, owner) -> {
      if (leads.containsKey(owner)) {
        names.add(name);
      }
    });
    claims.keySet().removeAll(names);
    return new Resolution(List.copyOf(leads.values()), names, claims, isHeld(), isTrusted);
  }

  private void each(Predicate<Identity> which, Consumer<Identity> add) {
    Resolution.naming(event).filter(which).sorted(Strength.ORDER).toList().forEach(add);
  }

  private boolean isProven(Identity name) {
    return event.proof(name.type()).isShown();
  }

  private void proven(Identity name) {
    var owner = owners.get(name);
    if (owner == null || isGathered(owner) || belongs(name, owner)) {
      take(name, owner);
    }
  }

  private boolean belongs(Identity name, LeadRecord owner) {
    return mayJoin(owner)
        && switch (name.type()) {
          case COOKIE -> !contradicts(EMAIL, owner) && !contradicts(PHONE, owner);
          case PHONE ->
              contradicts(EMAIL, owner)
                  ? isSecondAddress(owner)
                  : !sameness.differ(event, owner.profile());
          case EMAIL -> !isShared(name, owner);
          default -> true;
        };
  }

  private void typed(Identity name) {
    var owner = owners.get(name);
    if (owner == null ? mayBeNew(name) : isGathered(owner) || finds(name, owner)) {
      take(name, owner);
    } else if (owner == null || !isShared(name, owner)) {
      claims.put(name, owner == null ? "" : owner.lead());
    }
  }

  // A company's mailbox is where both get their mail, and nothing that one could claim.
  private boolean isShared(Identity name, LeadRecord owner) {
    return Addressee.isRole(name) && sameness.differ(event, owner.profile());
  }

  // Whoever is known already by something proven may give a first address and a first number.
  private boolean mayBeNew(Identity name) {
    return leads.isEmpty()
        || isTrusted
            && leads.values().stream().allMatch(l -> l.profile().identities(name.type()).isEmpty());
  }

  private boolean finds(Identity name, LeadRecord owner) {
    // Nor does an account that is somebody's beyond doubt come to whose address is typed beside it.
    if (!leads.isEmpty() || names.stream().anyMatch(n -> Strength.isStrong(n) && isProven(n))) {
      return false;
    }
    if (names.stream().anyMatch(n -> n.type() == EMAIL)) {
      return name.type() == PHONE
          && owner.profile().identities(EMAIL).isEmpty()
          && sameness.join(event, owner.profile());
    }
    if (name.type() == PHONE && sameness.differ(event, owner.profile()) || isShared(name, owner)) {
      return false;
    }
    names.stream().filter(n -> !isProven(n)).forEach(n -> claims.put(n, ""));
    names.removeAll(claims.keySet());
    return true;
  }

  private void browser(Identity name) {
    var owner = owners.get(name);
    if (owner == null && !hasRoomFor(1)) {
      return; // whoever has so many browsers is seen in one more, by which nobody is found
    } else if (owner == null || isGathered(owner)) {
      isHeld |= owner != null && isHeldBy(owner, name);
      take(name, owner);
    } else if (mayJoin(owner)
        && (leads.isEmpty() || hasRoomFor(browsers(owner)))
        && !contradicts(EMAIL, owner)
        && !contradicts(PHONE, owner)
        && brings(name, owner)) {
      var isFirst = leads.isEmpty() && isUnaddressed(owner);
      // What was typed there beside the names of its lead is no name of that lead.
      if (owner.profile().isNamed() && !isFirst) {
        names.stream()
            .filter(n -> n.type() == PHONE && !isProven(n) && !owners.containsKey(n))
            .forEach(n -> claims.put(n, ""));
        names.removeAll(claims.keySet());
      }
      isHeld |= isHeldBy(owner, name);
      isTrusted |= isHeldBy(owner, name) || isFirst && owner.profile().isNamed();
      take(name, owner);
    }
  }

  // Known by an account, say, and free to give a first address and a first number.
  private static boolean isUnaddressed(LeadRecord owner) {
    return owner.profile().identities(EMAIL).isEmpty()
        && owner.profile().identities(PHONE).isEmpty();
  }

  // Nobody is joined to a person by a browser alone, but what somebody did there counts.
  private boolean brings(Identity browser, LeadRecord owner) {
    if (!owner.profile().isNamed()) {
      return true;
    }
    var hasNames = names.stream().anyMatch(Strength::isStrong);
    if (!hasNames && claims.isEmpty()) {
      return leads.isEmpty();
    }
    var isProvenAlone =
        names.stream().filter(Strength::isStrong).allMatch(this::isProven) && claims.isEmpty();
    return isProvenAlone
        ? isHeldBy(owner, browser) || isUnaddressed(owner)
        : leads.isEmpty()
            && (isUnaddressed(owner) || isHeldBy(owner, browser) && !isVouchedFor(owner));
  }

  private static boolean isVouchedFor(LeadRecord owner) {
    return owner.profile().proofs().containsValue(Proof.VOUCHED);
  }

  private static boolean isHeldBy(LeadRecord owner, Identity browser) {
    return owner.profile().proof(browser) == Proof.HELD;
  }

  // The browser that first told us an address or a number is its owner's.
  private boolean isHeld() {
    var browsers = event.identities().stream().filter(n -> n.type() == COOKIE).toList();
    return names.containsAll(browsers)
        && (isHeld
            || names.stream()
                .filter(n -> n.type() == EMAIL || n.type() == PHONE)
                .anyMatch(n -> !isProven(n) && !owners.containsKey(n)));
  }

  private void take(Identity name, LeadRecord owner) {
    names.add(name);
    if (owner != null) {
      leads.put(owner.lead(), owner);
    }
  }

  private boolean isGathered(LeadRecord owner) {
    return leads.containsKey(owner.lead());
  }

  private boolean mayJoin(LeadRecord owner) {
    var all = Stream.concat(leads.values().stream(), Stream.of(owner)).toList();
    return leads.values().stream().noneMatch(owner::isApartFrom)
        && (leads.isEmpty()
            || all.stream().mapToInt(l -> 1 + l.absorbed().size()).sum() <= MOST_JOINED);
  }

  // A profile keeps no more than so many.
  private boolean hasRoomFor(long more) {
    long known = leads.values().stream().mapToLong(Gathering::browsers).sum();
    long here = names.stream().filter(n -> n.type() == COOKIE).count();
    return known + here + more <= Profile.MOST_BROWSERS;
  }

  private static long browsers(LeadRecord lead) {
    return lead.profile().identities(COOKIE).size();
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
        && sameness.agree(event, owner.profile());
  }
}
