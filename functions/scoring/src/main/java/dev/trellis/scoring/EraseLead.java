package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.RetentionEnded;
import dev.trellis.core.event.Happening.VisitorExpired;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Forgetting;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.playbook.Retention;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.Attempt;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Logged;
import dev.trellis.core.port.PersonalItems;
import dev.trellis.core.port.Quarantine;

/**
 * Forgets a person (R17): first the lead and those it absorbed become tombstones that hold nothing
 * personal, so that nobody adds anything any more; the CRM is to hear of it while we still know its
 * ids; then their names are taken away, with a keyed hash left that stops old events and what
 * others tell; then everything else is deleted. It may stop at any point: a redelivery goes on from
 * there.
 */
public final class EraseLead {

  private final LeadStore leads;
  private final ForgetVisitor visitors;
  private final PersonalItems items;
  private final AccountStore accounts;
  private final Quarantine quarantine;
  private final Mentions mentions;
  private final TellCrm crm;
  private final InstantSource clock;

  public EraseLead(
      LeadStore leads,
      PersonalItems items,
      AccountStore accounts,
      Quarantine quarantine,
      Mentions mentions,
      TellCrm crm,
      InstantSource clock) {
    this.leads = leads;
    this.visitors = new ForgetVisitor(leads);
    this.items = items;
    this.accounts = accounts;
    this.quarantine = quarantine;
    this.mentions = mentions;
    this.crm = crm;
    this.clock = clock;
  }

  /**
   * Forgets the lead that the event names, or whoever its identities belong to.
   *
   * @throws ContentionException if others kept writing to the same lead
   */
  public Consequences erase(LeadEvent event) {
    for (var attempt = Attempt.first("the erasure of event " + event.id());
        ;
        attempt = attempt.next()) {
      var people = new People(leads);
      var wanted = wanted(event, people).values();
      if (wanted.stream().anyMatch(lead -> isHeardOf(lead, event))) {
        return Consequences.none(Result.KEPT);
      }
      if (event.happening() instanceof VisitorExpired) {
        wanted.stream()
            .filter(lead -> lead.erasedAt() == null)
            .forEach(lead -> visitors.count(lead, event, now()));
      }
      if (wanted.stream().allMatch(l -> erase(l, event, people))) {
        items.forget(open(event), Set.of(), now());
        return Consequences.none(Result.ERASED);
      }
    }
  }

  // What silence ended with is looked at once more, on the very record that is buried.
  private boolean isHeardOf(LeadRecord lead, LeadEvent event) {
    if (lead.erasedAt() != null) {
      return false;
    }
    return switch (event.happening()) {
      case RetentionEnded(var since) ->
          Retention.silentSince(lead.profile(), clock.instant())
              .filter(at -> at.isAfter(since))
              .isPresent();
      case VisitorExpired(var since) ->
          Forgetting.silentSince(lead.lead(), lead.profile())
              .filter(at -> !at.isAfter(since))
              .isEmpty();
      default -> false;
    };
  }

  /**
   * Lets go of what others wrote about a lead while it was being forgotten: they tell of it
   * afterwards.
   */
  void tidy(LeadEvent late) {
    if (late.lead() != null
        && leads.find(late.lead()).stream().anyMatch(l -> l.erasedAt() != null)) {
      if (late.happening() instanceof CrmChanged change
          && late.id().equals(HandoffDue.receivedEvent(change.handoff()))) {
        crm.arrived(late, change, now());
      }
      accounts.forget(late.lead());
      items.clear(late.lead());
    }
  }

  private Map<String, LeadRecord> wanted(LeadEvent event, People people) {
    if (event.lead() != null) {
      var lead = people.survivor(event.lead());
      return Map.of(lead.lead(), lead);
    }
    var wanted = new TreeMap<String, LeadRecord>();
    leads
        .owners(open(event))
        .forEach((name, owner) -> {
          var lead = people.survivor(owner);
          if (lead.profile().names().goesBy(name)) {
            wanted.put(lead.lead(), lead);
          }
        });
    return wanted;
  }

  // The same wish told again is not about a person who came back since.
  private Set<Identity> open(LeadEvent event) {
    var open = new TreeSet<>(event.identities());
    if (event.lead() != null || open.isEmpty()) {
      return Set.of();
    }
    leads
        .names(open)
        .forEach((identity, name) -> {
          if (name.erasedAt() != null && !name.erasedAt().isBefore(event.occurredAt())) {
            open.remove(identity);
          }
        });
    return open;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private boolean erase(LeadRecord lead, LeadEvent event, People people) {
    var all = new TreeSet<>(lead.absorbed());
    all.add(lead.lead());
    var logged = logged(all);
    var names = names(lead, logged, all);
    var at = lead.erasedAt() == null ? now() : lead.erasedAt();
    if (lead.erasedAt() == null && !items.bury(lead.erased(at))) {
      return false;
    }
    for (var absorbed : lead.absorbed()) {
      var record = people.get(absorbed);
      if (record.erasedAt() == null && !items.bury(record.erased(at))) {
        return false;
      }
    }
    crm.erased(lead.lead(), all, names, logged, at);
    // Of a visitor nothing is known that could stand there.
    if (!(event.happening() instanceof VisitorExpired)) {
      quarantine.list().stream()
          .filter(refused -> isAbout(Json.parse(refused.body()), all, names))
          .forEach(quarantine::remove);
    }
    // The names that were asked for lead here again if this try stops halfway: they go last.
    var others = new TreeSet<>(names);
    others.removeAll(event.identities());
    items.forget(others, all, at);
    items.unclaim(claims(logged), all);
    all.forEach(accounts::forget);
    all.forEach(items::clear);
    items.forget(names, all, at);
    return true;
  }

  // The logs are the last to go, and name everybody whom the profile named.
  private List<LeadEvent> logged(Set<String> all) {
    return all.stream().flatMap(one -> leads.log(one).stream()).map(Logged::event).toList();
  }

  // Of browsers that the profile does not keep only those whose name leads here.
  private Set<Identity> names(LeadRecord lead, List<LeadEvent> logged, Set<String> all) {
    var names = new TreeSet<Identity>();
    logged.forEach(event -> names.addAll(event.identities()));
    var known = lead.profile().identities();
    var seen = new TreeSet<>(names);
    seen.removeIf(name -> Strength.isStrong(name) || known.contains(name));
    if (!seen.isEmpty()) {
      leads.owners(seen).entrySet().stream()
          .filter(owner -> all.contains(owner.getValue()))
          .forEach(owner -> seen.remove(owner.getKey()));
    }
    names.removeAll(seen);
    names.addAll(known);
    names.removeIf(name -> !lead.profile().names().goesBy(name));
    return names;
  }

  // A number that they typed and nobody has may be anybody's: only that they typed it is forgotten.
  private static Set<Identity> claims(List<LeadEvent> logged) {
    var claims = new TreeSet<Identity>();
    logged.forEach(event -> claims.addAll(event.standing().claims().keySet()));
    claims.removeIf(name -> !Strength.isStrong(name));
    return claims;
  }

  // What was refused is not in normal form.
  private boolean isAbout(Object tree, Set<String> leads, Set<Identity> names) {
    return switch (tree) {
      case Map<?, ?> map -> map.values().stream().anyMatch(v -> isAbout(v, leads, names));
      case List<?> list -> list.stream().anyMatch(v -> isAbout(v, leads, names));
      case String text ->
          leads.contains(text)
              || names.stream().anyMatch(name -> name.value().equals(text))
              || !Collections.disjoint(mentions.in(text), names);
      case null, default -> false;
    };
  }
}
