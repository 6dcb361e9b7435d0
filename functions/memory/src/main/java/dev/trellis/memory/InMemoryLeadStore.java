package dev.trellis.memory;

import module java.base;

import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.imports.RowEffect;
import dev.trellis.core.port.imports.RowEffects;

/** Identities, event logs and profiles in memory. */
public final class InMemoryLeadStore implements LeadStore, RowEffects {

  private final InMemoryTables tables;

  public InMemoryLeadStore(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Map<Identity, Name> names(Set<Identity> identities) {
    synchronized (tables) {
      var names = new HashMap<Identity, Name>();
      for (var identity : identities) {
        tables.name(identity).ifPresent(name -> names.put(identity, name));
      }
      return names;
    }
  }

  @Override
  public Optional<LeadRecord> find(String lead) {
    synchronized (tables) {
      return Optional.ofNullable(tables.leads.get(lead));
    }
  }

  @Override
  public List<Logged> log(String lead) {
    synchronized (tables) {
      return InMemoryTables.values(tables.events, lead).stream().sorted().toList();
    }
  }

  @Override
  public Map<String, RowEffect> at(Collection<Spot> spots) {
    synchronized (tables) {
      var found = new HashMap<String, RowEffect>();
      for (var spot : spots) {
        if (tables.events.getOrDefault(spot.lead(), Map.of()).containsKey(spot.event())) {
          found.put(spot.event(), tables.effects.getOrDefault(spot.event(), RowEffect.KNOWN));
        }
      }
      return found;
    }
  }

  @Override
  public AppendResult append(Append append) {
    synchronized (tables) {
      if (isKnown(append)) {
        return AppendResult.DUPLICATE;
      }
      var receipt = receipt(append);
      var usedFor = receipt.map(tables.receipts::get);
      if (usedFor.isPresent()) {
        return AppendResult.RECEIPT_USED;
      }
      if (!isAsRead(append)) {
        return AppendResult.CONFLICT;
      }
      var seat = append.seat();
      if (seat.filter(s -> tables.seats.getOrDefault(s.crowd(), 0) >= s.most()).isPresent()) {
        return AppendResult.CROWDED;
      }
      seat.ifPresent(s -> tables.seats.merge(s.crowd(), 1, Integer::sum));
      write(append);
      receipt.ifPresent(used -> tables.receipts.put(used, append.event().id()));
      return AppendResult.APPENDED;
    }
  }

  @Override
  public void count(String once, Collection<Crowd> crowds, Instant now) {
    synchronized (tables) {
      if (tables.counted.add(once)) {
        crowds.forEach(crowd -> tables.crowds.merge(crowd.id(), crowd.anywhere(), Crowd::plus));
      }
    }
  }

  private boolean isKnown(Append append) {
    var logs = new TreeSet<>(append.lead().absorbed());
    logs.add(append.lead().lead());
    logs.addAll(append.lead().apart());
    for (var loser : append.losers()) {
      logs.add(loser.lead());
      logs.addAll(loser.absorbed());
    }
    var id = append.event().id();
    return logs.stream().anyMatch(log -> tables.events.getOrDefault(log, Map.of()).containsKey(id));
  }

  private static Optional<String> receipt(Append append) {
    return append.event().happening() instanceof FormSubmitted form
        ? Optional.ofNullable(form.receipt())
        : Optional.empty();
  }

  private boolean isAsRead(Append append) {
    return isAsRead(append.lead())
        && append.losers().stream().allMatch(this::isAsRead)
        && append.others().stream().allMatch(this::isAsRead)
        && append.claims().keySet().stream().allMatch(name -> isAsRead(name, append))
        && append.wanted().entrySet().stream()
            .allMatch(w -> isAsRead(w.getKey(), w.getValue().lead(), w.getValue().claimants()));
  }

  private boolean isAsRead(Identity identity, String owner, SortedSet<String> claimants) {
    var known = tables.name(identity).orElse(new Name(null, null));
    return Objects.equals(known.lead(), owner) && known.claimants().equals(claimants);
  }

  private boolean isAsRead(Identity identity, Append append) {
    var owner = append.claims().get(identity);
    return owner.isEmpty() || append.claimants().containsKey(identity)
        ? isAsRead(identity, owner.orElse(null), append.claimants(identity))
        : owner.equals(tables.name(identity).map(Name::lead));
  }

  private boolean isAsRead(LeadRecord read) {
    return tables.isAsRead(read);
  }

  private void write(Append append) {
    var lead = append.lead();
    tables
        .events
        .computeIfAbsent(lead.lead(), _ -> new LinkedHashMap<>())
        .put(append.event().id(), new Logged(append.event(), lead.version() + 1));
    append.effect().ifPresent(did -> tables.effects.put(append.event().id(), did));
    append.way().ifPresent(way -> tables.ways = tables.ways.plus(way));
    tables.put(lead);
    append.losers().forEach(loser -> tables.put(loser.absorbedBy(lead)));
    append.others().forEach(tables::put);
    append.claims().keySet().forEach(identity -> tables.own(identity, lead.lead()));
    append.wanted().keySet().forEach(identity -> tables.claim(identity, lead.lead()));
  }
}
