package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Happening.Separated;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.Attempt;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.Logged;
import dev.trellis.core.port.sweep.Regrouping;

/**
 * Undoes a merge (R17): both people are again what their own events make them, and what came since
 * goes to whom it belongs. Events and identities are put in place first, where nobody sees them:
 * until one transaction says so, the absorbed lead still points to the survivor. What the survivor
 * need not keep is taken out of its log at last. Each step may be repeated.
 */
public final class SeparateLead {

  private final LeadStore leads;
  private final Regrouping regrouping;
  private final RebuildProfile rebuild;
  private final InstantSource clock;

  public SeparateLead(LeadStore leads, Regrouping regrouping, InstantSource clock) {
    this.leads = leads;
    this.regrouping = regrouping;
    this.rebuild = new RebuildProfile(leads);
    this.clock = clock;
  }

  /**
   * Splits the lead that the event calls absorbed from the one it is about.
   *
   * @throws dev.trellis.core.port.LeadNotFoundException if the event is about no lead
   * @throws ContentionException if others kept writing to the same leads
   */
  public Consequences separate(LeadEvent event) {
    if (event.lead() == null) {
      return Consequences.refused("a split names the lead that survived the merge");
    }
    var wanted = ((Separated) event.happening()).absorbed();
    for (var attempt = Attempt.first("the split of event " + event.id());
        ;
        attempt = attempt.next()) {
      var people = new People(leads);
      var survivor = people.survivor(event.lead());
      if (survivor.erasedAt() != null) {
        return Consequences.none(Result.DROPPED);
      }
      var absorbed = people.find(wanted);
      if (absorbed.isEmpty() || !survivor.absorbed().contains(wanted)) {
        return absorbed.isPresent() && isDone(event, survivor)
            ? finished(event, survivor, absorbed.get())
            : Consequences.refused("the lead to split off was not absorbed");
      }
      if (separate(event, survivor, absorbed.get(), people)) {
        var after = new People(leads);
        return finished(event, after.survivor(survivor.lead()), after.get(wanted));
      }
    }
  }

  private boolean separate(
      LeadEvent event, LeadRecord survivor, LeadRecord absorbed, People people) {
    var merged = MergedLeads.read(leads, survivor, absorbed, people);
    var separation = merged.separation();
    var copies =
        merged.since().stream()
            .filter(logged -> separation.moved().contains(logged.event().id()))
            .map(logged -> new Logged(separation.kept(logged.event()), absorbed.version() + 1))
            .toList();
    regrouping.put(absorbed.lead(), copies);
    regrouping.drop(absorbed.lead(), merged.straysBut(separation.moved()));
    regrouping.give(absorbed.lead(), merged.toGiveBack(separation, leads));

    var parents = merged.parents();
    var released = absorbed.released().withProfile(merged.profileOfGroup(separation));
    var others = new ArrayList<LeadRecord>();
    for (var parent : parents) {
      released = released.apartFrom(parent.lead());
      var rest = new TreeSet<>(parent.absorbed());
      rest.removeAll(merged.group());
      others.add(
          parent
              .apartFrom(absorbed.lead())
              .withAbsorbed(rest)
              .withProfile(merged.profileOf(parent.lead(), rest, separation)));
    }
    others.add(released);
    var alone = others.remove(parents.size() - 1);
    var kept = alone.withProfile(alone.profile().with(event));
    return switch (leads.append(new Append(event, kept, List.of(), Map.of(), others))) {
      case APPENDED, DUPLICATE -> true;
      case CONFLICT, RECEIPT_USED, CROWDED -> false;
    };
  }

  private boolean isDone(LeadEvent event, LeadRecord survivor) {
    return sideOf(survivor).anyMatch(lead -> ids(lead).contains(event.id()));
  }

  // Takes what was copied out of the logs it came from, and the other's names out of what stays
  // there; then tells everybody.
  private Consequences finished(LeadEvent event, LeadRecord survivor, LeadRecord released) {
    var own = ids(released.lead());
    var strangers = new TreeSet<>(released.profile().identities());
    strangers.removeAll(survivor.profile().identities());
    strangers.removeIf(name -> !Strength.isStrong(name));
    sideOf(survivor).forEach(lead -> tidy(lead, own, strangers));
    var now = clock.instant();
    var both = List.of(survivor, released);
    return new Consequences(
        Result.SEPARATED,
        null,
        both.stream().map(l -> new ProfileUpdated(l.lead(), l.version(), event.id(), now)).toList(),
        both.stream().map(l -> new JourneySignal(l.lead(), Reason.SEPARATED, now)).toList(),
        both.stream().map(l -> Assignment.anew(l, event.occurredAt(), rebuild.events(l))).toList(),
        List.of());
  }

  private void tidy(String lead, Set<String> copied, Set<Identity> strangers) {
    var dropped = new HashSet<String>();
    var rewritten = new ArrayList<Logged>();
    for (var logged : leads.log(lead)) {
      var event = logged.event();
      if (copied.contains(event.id())) {
        dropped.add(event.id());
      } else {
        var own = event.without(strangers);
        if (!own.equals(event)) {
          rewritten.add(new Logged(own, logged.version()));
        }
      }
    }
    regrouping.drop(lead, dropped);
    regrouping.put(lead, rewritten);
  }

  private Set<String> ids(String lead) {
    return leads.log(lead).stream().map(logged -> logged.event().id()).collect(Collectors.toSet());
  }

  private static Stream<String> sideOf(LeadRecord survivor) {
    return Stream.concat(Stream.of(survivor.lead()), survivor.absorbed().stream());
  }
}
