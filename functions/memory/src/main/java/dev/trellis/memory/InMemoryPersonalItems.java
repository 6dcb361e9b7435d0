package dev.trellis.memory;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Flow;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.port.PersonalItems;

/** All that is stored about a person in memory. */
public final class InMemoryPersonalItems implements PersonalItems {

  private final InMemoryTables tables;

  public InMemoryPersonalItems(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Stored> all(String lead) {
    synchronized (tables) {
      var all = new ArrayList<Stored>();
      collect(all, lead, "event#", tables.events);
      collect(all, lead, "group#", tables.members);
      collect(all, lead, "handoff#", tables.handoffs);
      collect(all, lead, "journey count", tables.counts.get(lead));
      collect(all, lead, "journey#", tables.enrollments);
      collect(all, lead, "left#", tables.left);
      collect(all, lead, "mail#", tables.mails);
      collect(all, lead, "move#", tables.moves);
      collect(all, lead, "placement", tables.positions.get(lead));
      collect(all, lead, "profile", tables.leads.get(lead));
      return all;
    }
  }

  private static <V extends Record> void collect(
      List<Stored> all, String lead, String kind, Map<String, Map<String, V>> byLead) {
    byLead
        .getOrDefault(lead, Map.of())
        .forEach((key, value) -> collect(all, lead, kind + key, value));
  }

  private static void collect(List<Stored> all, String lead, String item, Record value) {
    if (value != null && Json.tree(value) instanceof Map<?, ?> tree) {
      var content = new LinkedHashMap<String, Object>();
      tree.forEach((name, member) -> content.put((String) name, member));
      all.add(new Stored(lead, item, content));
    }
  }

  @Override
  public boolean bury(LeadRecord tombstone) {
    synchronized (tables) {
      if (!tables.isAsRead(tombstone)) {
        return false;
      }
      tables.put(tombstone);
      return true;
    }
  }

  @Override
  public void clear(String lead) {
    synchronized (tables) {
      tables.events.remove(lead);
      tables.count(Headcount.between(tables.position(lead), Optional.empty()));
      tables.positions.remove(lead);
      tables.cards.remove(lead);
      tables.members.remove(lead);
      tables.left.remove(lead);
      tables.moves.remove(lead);
      leave(tables.enrollments(lead));
      tables.enrollments.remove(lead);
      tables.counts.remove(lead);
      tables.mails.remove(lead);
      tables.handoffs.remove(lead);
    }
  }

  private void leave(List<Enrollment> enrollments) {
    enrollments.stream()
        .filter(Enrollment::active)
        .forEach(e -> tables.flows.merge(e.journey(), Flow.NONE.minus(Flow.at(e)), Flow::plus));
  }

  @Override
  public void forget(Set<Identity> identities, Set<String> leads, Instant erasedAt) {
    synchronized (tables) {
      for (var identity : identities) {
        var known = tables.name(identity).orElse(new Name(null, null));
        var claimants = others(known, leads);
        var isTheirs = known.lead() == null || leads.contains(known.lead());
        tables.write(
            identity,
            isTheirs
                ? new Name(null, erasedAt, claimants)
                : new Name(known.lead(), known.erasedAt(), claimants));
      }
    }
  }

  @Override
  public void unclaim(Set<Identity> identities, Set<String> leads) {
    synchronized (tables) {
      for (var identity : identities) {
        tables
            .name(identity)
            .map(known -> new Name(known.lead(), known.erasedAt(), others(known, leads)))
            .ifPresent(left -> tables.write(identity, left));
      }
    }
  }

  private static TreeSet<String> others(Name known, Set<String> leads) {
    var claimants = new TreeSet<>(known.claimants());
    claimants.removeAll(leads);
    return claimants;
  }
}
