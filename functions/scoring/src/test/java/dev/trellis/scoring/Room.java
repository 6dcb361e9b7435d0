package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.message.ErasureDue;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.memory.InMemoryAccountStore;
import dev.trellis.memory.InMemoryHandoffLedger;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryPersonalItems;
import dev.trellis.memory.InMemoryQuarantine;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.memory.InMemoryRegrouping;
import dev.trellis.memory.InMemoryTables;

/** All of scoring over empty tables, and a clock that stands still until it is moved. */
public final class Room implements InstantSource {

  static final Mentions MENTIONS = new Mentions("CN");

  public final InMemoryTables tables = new InMemoryTables();
  public final InMemoryLeadStore store = new InMemoryLeadStore(tables);
  public final InMemoryQuarantine quarantine = new InMemoryQuarantine(tables, this);
  final InMemoryRegrouping regrouping = new InMemoryRegrouping(tables);
  final InMemoryPersonalItems items = new InMemoryPersonalItems(tables);
  final InMemoryAccountStore accounts = new InMemoryAccountStore(tables);
  final ScoreLead score = new ScoreLead(store, MENTIONS, this);
  final SeparateLead separate = new SeparateLead(store, regrouping, this);
  final InMemoryQueue<ErasureDue> crm = new InMemoryQueue<>();
  final TellCrm tellCrm = new TellCrm(new InMemoryHandoffLedger(tables), crm, "x");
  final EraseLead erase =
      new EraseLead(store, items, accounts, quarantine, MENTIONS, tellCrm, this);
  final RebuildProfile rebuild = new RebuildProfile(store);
  public final TakeEvent take =
      new TakeEvent(score, separate, erase, new JudgeCompanies(score, accounts), quarantine, this);
  private Instant now;

  public Room(Instant now) {
    this.now = now;
  }

  Room() {
    this(Events.NOON);
  }

  void moveTo(Instant later) {
    now = later;
  }

  @Override
  public Instant instant() {
    return now;
  }

  Consequences take(LeadEvent event) {
    return take.take(event.toJson());
  }

  /** Takes an event in as the handler does, workplaces and all. */
  Consequences takeAndFile(LeadEvent event) {
    var consequences = take(event);
    file(consequences);
    return consequences;
  }

  /** Files the workplaces of what was taken in, now or later. */
  void file(Consequences consequences) {
    consequences.assignments().forEach(new AssignCompany(accounts, Dictionaries.EMPTY)::assign);
  }

  /** Takes an event in, and says whose it is. */
  String lead(LeadEvent event) {
    return take(event).updates().getFirst().lead();
  }

  LeadRecord find(String lead) {
    return store.find(lead).orElseThrow();
  }

  String owner(String identity) {
    return store.owners(Set.of(Identity.parse(identity))).get(Identity.parse(identity));
  }

  List<String> events(String lead) {
    return store.log(lead).stream().map(logged -> logged.event().id()).toList();
  }

  List<LeadRecord> living() {
    return tables.leads().stream().filter(LeadRecord::isLiving).toList();
  }
}
