package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Separation;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Logged;
import dev.trellis.core.profile.Profile;

/**
 * A lead and one it absorbed, with all their logs.
 *
 * @param parents from the lead that absorbed the group down to the survivor, who is the last
 * @param group the absorbed lead and those that it had absorbed
 * @param before what the survivor's side was told before the merge
 * @param since what it was told from the merge on, in the order of arrival
 * @param ofGroup what the group was told before the merge
 * @param strays ids of events that an earlier try copied into the absorbed lead's log
 */
record MergedLeads(
    List<LeadRecord> parents,
    Set<String> group,
    Map<String, List<LeadEvent>> before,
    List<Logged> since,
    Map<String, List<LeadEvent>> sinceByLead,
    List<LeadEvent> ofGroup,
    Set<String> strays) {

  static MergedLeads read(
      LeadStore leads, LeadRecord survivor, LeadRecord absorbed, People people) {
    var group = new TreeSet<>(absorbed.absorbed());
    group.add(absorbed.lead());
    var parents = people.absorbersOf(absorbed);
    var before = new HashMap<String, List<LeadEvent>>();
    var since = new ArrayList<Logged>();
    var sinceByLead = new HashMap<String, List<LeadEvent>>();
    var child = absorbed;
    for (var parent : parents) {
      var mergedAt = child.mergedAt();
      for (var logged : leads.log(parent.lead())) {
        var isOlder = logged.version() < mergedAt || mergedAt == 0;
        (isOlder ? before : sinceByLead)
            .computeIfAbsent(parent.lead(), _ -> new ArrayList<>())
            .add(logged.event());
        if (!isOlder) {
          since.add(logged);
        }
      }
      child = parent;
    }
    for (var other : survivor.absorbed()) {
      if (!group.contains(other) && parents.stream().noneMatch(p -> p.lead().equals(other))) {
        before.put(other, leads.log(other).stream().map(Logged::event).toList());
      }
    }
    var later = new HashSet<String>();
    since.forEach(logged -> later.add(logged.event().id()));
    var ofGroup = new ArrayList<LeadEvent>();
    var strays = new HashSet<String>();
    for (var lead : group) {
      for (var logged : leads.log(lead)) {
        if (lead.equals(absorbed.lead()) && later.contains(logged.event().id())) {
          strays.add(logged.event().id());
        } else {
          ofGroup.add(logged.event());
        }
      }
    }
    return new MergedLeads(parents, group, before, since, sinceByLead, ofGroup, strays);
  }

  Separation separation() {
    return Separation.of(
        since.stream().map(Logged::event).toList(),
        group,
        names(ofGroup),
        names(before.values().stream().flatMap(List::stream).toList()));
  }

  /** Copies of an earlier try that are not to be moved after all. */
  Set<String> straysBut(Set<String> moved) {
    var wrong = new HashSet<>(strays);
    wrong.removeAll(moved);
    return wrong;
  }

  Profile profileOfGroup(Separation separation) {
    var events = new ArrayList<>(ofGroup);
    since.stream()
        .map(Logged::event)
        .filter(event -> separation.moved().contains(event.id()))
        .map(separation::kept)
        .forEach(events::add);
    return Fold.of(events, parents.getLast().profile().days());
  }

  /** The profile of a lead of the survivor's side, with those that it absorbed. */
  Profile profileOf(String lead, Collection<String> absorbed, Separation separation) {
    var logs = new TreeSet<>(absorbed);
    logs.add(lead);
    var events = new ArrayList<LeadEvent>();
    for (var log : logs) {
      events.addAll(before.getOrDefault(log, List.of()));
      sinceByLead.getOrDefault(log, List.of()).stream()
          .filter(event -> !separation.moved().contains(event.id()))
          .map(separation::kept)
          .forEach(events::add);
    }
    return Fold.of(events, parents.getLast().profile().days());
  }

  /**
   * The names that the group gets back from the survivor's side, each with its owner; of those that
   * both used, the ones that the group used first.
   */
  Map<Identity, String> toGiveBack(Separation separation, LeadStore leads) {
    var names = new TreeSet<>(separation.names());
    names.removeIf(name -> separation.shared().contains(name) && !isFirstOfGroup(name, separation));
    var owners = new TreeMap<Identity, String>();
    if (!names.isEmpty()) {
      owners.putAll(leads.owners(names));
    }
    owners.values().removeIf(owner -> group.contains(owner) || !isOfSurvivor(owner));
    return owners;
  }

  private boolean isOfSurvivor(String lead) {
    return before.containsKey(lead) || parents.stream().anyMatch(p -> p.lead().equals(lead));
  }

  private boolean isFirstOfGroup(Identity name, Separation separation) {
    var mine = new ArrayList<>(ofGroup);
    var theirs = new ArrayList<LeadEvent>();
    before.values().forEach(theirs::addAll);
    for (var logged : since) {
      (separation.moved().contains(logged.event().id()) ? mine : theirs).add(logged.event());
    }
    return first(mine, name).isBefore(first(theirs, name));
  }

  private static Instant first(List<LeadEvent> events, Identity name) {
    return events.stream()
        .filter(event -> event.identities().contains(name))
        .map(LeadEvent::occurredAt)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private static Set<Identity> names(Collection<LeadEvent> events) {
    var names = new TreeSet<Identity>();
    events.forEach(event -> Resolution.naming(event).forEach(names::add));
    return names;
  }
}
