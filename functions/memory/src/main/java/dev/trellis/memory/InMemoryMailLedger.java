package dev.trellis.memory;

import module java.base;

import dev.trellis.core.port.Draw;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.Suppressions;

/** The ledger of mails in memory. */
public final class InMemoryMailLedger implements MailLedger {

  /** The sends that one mailbox had in a day: all, per network, and per network and matter. */
  record Drawn(Set<String> sends, Map<String, Set<String>> of) {

    Drawn() {
      this(new TreeSet<>(), new TreeMap<>());
    }

    boolean takes(Draw draw, String send) {
      var network = of("by " + draw.network());
      var asked = of("asked " + draw.network() + " " + draw.matter());
      var matter = of("matter " + draw.network() + " " + draw.matter());
      var isFirst = asked.isEmpty() && sends.size() < Draw.CEILING;
      if (!sends.contains(send)
          && (network.size() >= draw.most()
              || matter.size() >= draw.again()
              || sends.size() >= draw.most() && !isFirst)) {
        return false;
      }
      List.of(sends, network, asked).forEach(set -> set.add(send));
      if (draw.again() != Draw.UNLIMITED) {
        matter.add(send);
      }
      return true;
    }

    private Set<String> of(String whom) {
      return of.computeIfAbsent(whom, _ -> new TreeSet<>());
    }
  }

  private final InMemoryTables tables;

  public InMemoryMailLedger(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Snapshot> load(String lead, String sendId) {
    synchronized (tables) {
      return Optional.ofNullable(tables.leads.get(lead))
          .map(found -> new Snapshot(found, tables.position(lead), find(lead, sendId)));
    }
  }

  @Override
  public ClaimResult claim(Entry entry, Collection<String> suppressionKeys, Optional<Draw> draw) {
    return claim(
        entry, draw, () -> suppressionKeys.stream().anyMatch(tables.suppressions::containsKey));
  }

  @Override
  public ClaimResult claimAgain(
      Entry entry, Collection<String> suppressionKeys, Optional<Draw> draw) {
    return claim(
        entry,
        draw,
        () ->
            suppressionKeys.stream()
                .map(tables.suppressions::get)
                .anyMatch(
                    found -> found != null && found.reason() != Suppressions.Reason.UNSUBSCRIBE));
  }

  private ClaimResult claim(Entry entry, Optional<Draw> draw, BooleanSupplier isClosed) {
    synchronized (tables) {
      var standing = entries(entry.lead()).get(entry.sendId());
      if (standing != null && standing.state() != State.WAITING) {
        var isOurs = standing.owner().equals(entry.owner()) && standing.state() == entry.state();
        return isOurs ? new ClaimResult.Claimed() : new ClaimResult.Exists(standing);
      }
      if (entry.state() == State.CLAIMED && isClosed.getAsBoolean()) {
        return new ClaimResult.Suppressed();
      }
      if (entry.state() == State.CLAIMED && draw.filter(d -> !takes(d, entry)).isPresent()) {
        return new ClaimResult.OverBudget();
      }
      put(entry);
      return new ClaimResult.Claimed();
    }
  }

  @Override
  public boolean settle(Entry entry, State from) {
    synchronized (tables) {
      var standing = entries(entry.lead()).get(entry.sendId());
      if (standing == null || (standing.state() != from && !standing.equals(entry))) {
        return false;
      }
      put(entry);
      return true;
    }
  }

  @Override
  public void hold(Entry waiting, Optional<Draw> draw) {
    synchronized (tables) {
      var standing = entries(waiting.lead()).get(waiting.sendId());
      if (standing == null
          || standing.state() == State.WAITING
          || standing.state() == State.CLAIMED && standing.owner().equals(waiting.owner())) {
        put(waiting);
        draw.flatMap(Draw::hour).ifPresent(h -> tables.hours.merge(h.network(), -1, Integer::sum));
      }
    }
  }

  @Override
  public Optional<Entry> find(String lead, String sendId) {
    synchronized (tables) {
      return Optional.ofNullable(entries(lead).get(sendId));
    }
  }

  @Override
  public List<Entry> unknown() {
    synchronized (tables) {
      return tables.mails.values().stream()
          .flatMap(mails -> mails.values().stream())
          .filter(entry -> entry.state() == State.UNKNOWN)
          .toList();
    }
  }

  @Override
  public Listing.Page<Entry> unknown(String after, int most) {
    return InMemoryPages.page(unknown(), Entry::sendId, after, most);
  }

  private boolean takes(Draw draw, Entry entry) {
    var day = tables.drawn.computeIfAbsent(draw.mailbox(), _ -> new Drawn());
    var hour = draw.hour().filter(h -> tables.hours.getOrDefault(h.network(), 0) >= h.most());
    if (hour.isPresent() || !day.takes(draw, entry.sendId())) {
      return false;
    }
    draw.hour().ifPresent(h -> tables.hours.merge(h.network(), 1, Integer::sum));
    return true;
  }

  private Map<String, Entry> entries(String lead) {
    return tables.mails.getOrDefault(lead, new HashMap<>());
  }

  private void put(Entry entry) {
    tables
        .mails
        .computeIfAbsent(entry.lead(), _ -> new LinkedHashMap<>())
        .put(entry.sendId(), entry);
  }
}
