package dev.trellis.memory;

import module java.base;

import dev.trellis.core.account.Affiliation;
import dev.trellis.core.account.Filing;
import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Flow;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.GroupStay;
import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.Brake;
import dev.trellis.core.port.Groups;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.JourneyPauses.Paused;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Logged;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.port.LetterRuns;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.Quarantine.Refused;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.core.port.WaitingMails.Waiting;
import dev.trellis.core.port.WayIn;
import dev.trellis.core.port.imports.RowEffect;
import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.core.port.sweep.Sweeps.Progress;
import dev.trellis.core.signing.KeyRing;

/**
 * All state of the system in one process. The stores that share it lock it for each of their steps,
 * so every step is as atomic as a transaction.
 */
public final class InMemoryTables {

  private static final IdentityKeys KEYS =
      new IdentityKeys(KeyRing.of("the keys of what is gone at the end"));

  private static final Name NOBODYS = new Name(null, null);

  final NavigableMap<String, LeadRecord> leads = new TreeMap<>();
  final Map<String, Map<String, Logged>> events = new TreeMap<>();
  final Map<String, RowEffect> effects = new HashMap<>();
  private final Map<String, Name> names = new HashMap<>();
  final Map<String, String> receipts = new HashMap<>();
  final Map<String, Position> positions = new HashMap<>();
  final Map<String, Card> cards = new TreeMap<>();
  final Map<String, Map<String, Membership>> members = new TreeMap<>();
  final Map<String, Map<String, GroupStay>> left = new TreeMap<>();
  Headcount headcount = Headcount.NONE;
  WayIn.Counts ways = WayIn.Counts.NONE;
  final Map<String, Groups.Group> groups = new TreeMap<>();
  final Map<String, Map<String, Move>> moves = new HashMap<>();
  final Map<String, Map<String, Enrollment>> enrollments = new HashMap<>();
  final Map<String, InMemoryEnrollmentStore.Count> counts = new HashMap<>();
  final Map<String, Map<String, MailLedger.Entry>> mails = new HashMap<>();
  final Map<String, InMemoryMailLedger.Drawn> drawn = new HashMap<>();
  final Map<String, Integer> hours = new HashMap<>();
  final Map<String, Integer> seats = new HashMap<>();
  final SortedMap<String, Flow> flows = new TreeMap<>();
  final Map<String, Crowd> crowds = new TreeMap<>();
  final Set<String> counted = new HashSet<>();
  final Map<String, Map<String, HandoffLedger.Entry>> handoffs = new HashMap<>();
  final Map<String, Affiliation> affiliations = new HashMap<>();
  final Map<String, Map<String, Filing>> filings = new HashMap<>();
  final Map<String, Suppression> suppressions = new HashMap<>();
  final Map<String, Refused> refused = new HashMap<>();
  final Map<String, TreeSet<Due>> timers = new HashMap<>();
  final Map<String, Instant> cursors = new HashMap<>();
  final TreeSet<Waiting> waiting =
      new TreeSet<>(
          Comparator.comparing(Waiting::from)
              .thenComparing(Waiting::lead)
              .thenComparing(Waiting::sendId));
  Brake brake = Brake.NONE;
  final Map<String, Progress> sweeps = new HashMap<>();
  Rollout rollout;
  Paused paused = Paused.NONE;
  final Map<String, LetterRuns.Run> letterRuns = new TreeMap<>();
  final Map<String, SortedMap<LetterRuns.Count, Long>> letterCounts = new TreeMap<>();

  /** A timer in the order in which timers fall due. */
  record Due(Instant at, String lead) implements Comparable<Due> {

    /** Comes before every timer that is due after an instant, and after all others. */
    static Due after(Instant at) {
      return new Due(at.plusNanos(1), "");
    }

    @Override
    public int compareTo(Due other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : lead.compareTo(other.lead);
    }
  }

  /** All leads, oldest id first, those that were merged into others among them. */
  public synchronized List<LeadRecord> leads() {
    return List.copyOf(leads.values());
  }

  /** The lead's own event log, in the order of arrival. */
  public synchronized List<LeadEvent> events(String lead) {
    return values(events, lead).stream().map(Logged::event).toList();
  }

  public synchronized Optional<Position> position(String lead) {
    return Optional.ofNullable(positions.get(lead));
  }

  /** The lead's moves, oldest first. */
  public synchronized List<Move> moves(String lead) {
    return values(moves, lead);
  }

  public synchronized List<Enrollment> enrollments(String lead) {
    return values(enrollments, lead);
  }

  public synchronized List<MailLedger.Entry> mails(String lead) {
    return values(mails, lead);
  }

  public synchronized List<HandoffLedger.Entry> handoffs(String lead) {
    return values(handoffs, lead);
  }

  /** The earliest timer of an owner that is due after an instant: when to look again. */
  public synchronized Optional<Instant> nextTimer(String owner, Instant after) {
    return Optional.ofNullable(
            timers.getOrDefault(owner, new TreeSet<>()).ceiling(Due.after(after)))
        .map(Due::at);
  }

  /** Everything, as it would lie in tables: for tests that look for what must not be there. */
  public synchronized String dump() {
    return String.join(
        "\n",
        List.of(
                leads,
                events,
                names,
                receipts,
                positions,
                cards,
                members,
                left,
                moves,
                enrollments,
                counts,
                mails,
                drawn,
                handoffs)
            .toString(),
        List.of(affiliations, filings, suppressions, hours, crowds, refused, timers, cursors)
            .toString());
  }

  void leave(String lead, SortedMap<String, GroupStay.End> ends) {
    ends.forEach((group, end) ->
        Optional.ofNullable(members.getOrDefault(lead, Map.of()).get(group))
            .ifPresent(membership ->
                left.computeIfAbsent(lead, _ -> new TreeMap<>())
                    .put(end.at() + "#" + group, new GroupStay(membership, end))));
  }

  List<GroupStay> stays(String lead) {
    return Stream.concat(
            members.getOrDefault(lead, Map.of()).values().stream().map(GroupStay::in),
            left.getOrDefault(lead, Map.of()).values().stream())
        .toList();
  }

  void count(Headcount change) {
    headcount = headcount.plus(change);
  }

  Optional<Name> name(Identity identity) {
    return Optional.ofNullable(names.get(KEYS.of(identity)));
  }

  void own(Identity identity, String lead) {
    var known = name(identity).orElse(NOBODYS);
    write(identity, new Name(lead, known.erasedAt(), known.claimants()));
  }

  void claim(Identity identity, String lead) {
    var known = name(identity).orElse(NOBODYS);
    write(
        identity, new Name(known.lead(), known.erasedAt(), Name.claimed(known.claimants(), lead)));
  }

  void write(Identity identity, Name name) {
    names.put(KEYS.of(identity), name);
  }

  boolean isAsRead(LeadRecord read) {
    var stored = leads.get(read.lead());
    return read.version() == (stored == null ? 0 : stored.version());
  }

  void put(LeadRecord lead) {
    leads.put(lead.lead(), lead.atVersion(lead.version() + 1));
  }

  /** Takes over a lead as another store has it, to see what would become of it. */
  public synchronized void adopt(LeadRecord lead, Optional<Position> position) {
    leads.put(lead.lead(), lead);
    position.ifPresent(p -> positions.put(lead.lead(), p));
  }

  /** Takes over what another store knows of an identity. */
  public synchronized void adopt(Identity identity, Name name) {
    write(identity, name);
  }

  /** Takes over that a lead's log holds an event. */
  public synchronized void adopt(String lead, LeadEvent event) {
    events.computeIfAbsent(lead, _ -> new LinkedHashMap<>()).put(event.id(), new Logged(event, 0));
  }

  static <V> List<V> values(Map<String, Map<String, V>> byLead, String lead) {
    return List.copyOf(byLead.getOrDefault(lead, Map.of()).values());
  }
}
