package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.NameClaimed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.Name;

/**
 * Who claimed a name before anybody had it (R17): kept with the name, so that whoever gets it later
 * and whoever claimed it are possibly the same on the pages of both.
 */
final class Claimants {

  private static final Name NOBODYS = new Name(null, null);

  private Claimants() {}

  /** Names that a lead claims for the first time and nobody goes by, as they were read. */
  static SortedMap<Identity, Name> wanted(
      LeadEvent kept, LeadRecord lead, Map<Identity, Name> names) {
    var wanted = new TreeMap<Identity, Name>();
    kept.standing()
        .claims()
        .forEach((name, owner) -> {
          var known = names.getOrDefault(name, NOBODYS);
          if (owner.isEmpty()
              && Strength.isStrong(name)
              && !known.claimants().contains(lead.lead())) {
            wanted.put(name, known);
          }
        });
    return wanted;
  }

  /** What both are told as long as the one that has the name has not heard of it. */
  static List<LeadEvent> met(
      Append append, Resolution resolution, Map<Identity, Name> names, People people) {
    var lead = append.lead();
    var heard = new TreeSet<Identity>();
    lead.profile().names().openClaims().stream()
        .filter(claim -> !claim.other().isEmpty())
        .forEach(claim -> heard.add(claim.name()));
    var met = new ArrayList<LeadEvent>();
    for (var name : resolution.names()) {
      if (!heard.contains(name)) {
        names.getOrDefault(name, NOBODYS).claimants().stream()
            .flatMap(claimant -> people.find(claimant).stream())
            .map(found -> people.survivor(found.lead()))
            .filter(other -> other.isLiving() && !other.isApartFrom(lead))
            .map(LeadRecord::lead)
            .filter(other -> !other.equals(lead.lead()) && !lead.absorbed().contains(other))
            .distinct()
            .forEach(other -> {
              met.add(claim(other, lead.lead(), name, append.event()));
              met.add(claim(lead.lead(), other, name, append.event()));
            });
      }
    }
    return met;
  }

  private static LeadEvent claim(String lead, String by, Identity name, LeadEvent because) {
    var id = Ids.derived("claimed", lead, by, name.toString());
    return LeadEvent.about(
        lead, id, because.occurredAt(), Channel.SYSTEM, new NameClaimed(by, name));
  }
}
