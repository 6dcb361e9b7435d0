package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.imports.RowEffect;

/** Identities, event logs and profiles, as scoring reads and writes them. */
public interface LeadStore {

  /**
   * Tells whose names will be asked for next, one event after the other, and which leads, so that a
   * store may read them together, with the leads that own the names.
   */
  default void expect(Set<Identity> identities, Set<String> leads) {}

  /**
   * What is known of these identities; one nobody ever owned is not in the answer. A store whose
   * keys were replaced keeps them under the newest one from now on.
   */
  Map<Identity, Name> names(Set<Identity> identities);

  /** The leads that own these identities; an identity nobody owns is not in the answer. */
  default Map<Identity, String> owners(Set<Identity> identities) {
    var owners = new HashMap<Identity, String>();
    names(identities)
        .forEach((identity, name) -> {
          if (name.lead() != null) {
            owners.put(identity, name.lead());
          }
        });
    return owners;
  }

  Optional<LeadRecord> find(String lead);

  /** Writes everything or nothing. */
  AppendResult append(Append append);

  /**
   * Adds to records of crowds.
   *
   * @param once what tells it: told again, nothing is added
   * @param now when it is told
   */
  void count(String once, Collection<Crowd> crowds, Instant now);

  /** A lead's own log, in the order in which it was told; not that of leads it absorbed. */
  List<Logged> log(String lead);

  /**
   * An identity as stored.
   *
   * @param lead that owns it, or null
   * @param erasedAt when its owner was last forgotten, or null
   * @param claimants the youngest leads that claimed it while nobody owned it
   */
  record Name(String lead, Instant erasedAt, SortedSet<String> claimants) {

    /** Of more than that, nobody could say who is who. */
    private static final int MOST_CLAIMANTS = 5;

    public Name {
      claimants = Collections.unmodifiableSortedSet(new TreeSet<>(claimants));
    }

    /** An identity that nobody claimed. */
    public Name(String lead, Instant erasedAt) {
      this(lead, erasedAt, Collections.emptySortedSet());
    }

    /** The claimants and one more. */
    public static SortedSet<String> claimed(SortedSet<String> claimants, String lead) {
      var all = new TreeSet<>(claimants);
      all.add(lead);
      while (all.size() > MOST_CLAIMANTS) {
        all.removeFirst();
      }
      return all;
    }
  }

  /**
   * An event in a log.
   *
   * @param version of the lead's profile that came of it
   */
  record Logged(LeadEvent event, long version) implements Comparable<Logged> {

    private static final Comparator<Logged> ORDER =
        Comparator.comparingLong(Logged::version).thenComparing(logged -> logged.event().id());

    @Override
    public int compareTo(Logged other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * One event and all that follows from it.
   *
   * @param event goes to the log of {@code lead.lead()}
   * @param lead as it shall be; {@code lead.version()} is the version that was read
   * @param losers leads now merged into {@code lead}, as they were read
   * @param claims identities that shall belong to the lead, each with the owner that was read, or
   *     empty if nobody owned it
   * @param others leads that change with it, as they shall be, each with the version that was read
   * @param seat what a lead needs that may be one of a crowd
   * @param wanted identities that nobody goes by and the lead claims from now on, as read
   * @param claimants who claimed identities of {@code claims} that nobody went by, as read
   * @param way what is counted with the event
   * @param effect of a row of an imported file, kept with its event
   */
  record Append(
      LeadEvent event,
      LeadRecord lead,
      List<LeadRecord> losers,
      Map<Identity, Optional<String>> claims,
      List<LeadRecord> others,
      Optional<Seat> seat,
      Map<Identity, Name> wanted,
      Map<Identity, SortedSet<String>> claimants,
      Optional<WayIn> way,
      Optional<RowEffect> effect) {

    /** Counts the way in that the event tells of. */
    public Append(
        LeadEvent event,
        LeadRecord lead,
        List<LeadRecord> losers,
        Map<Identity, Optional<String>> claims,
        List<LeadRecord> others,
        Optional<Seat> seat,
        Map<Identity, Name> wanted,
        Map<Identity, SortedSet<String>> claimants) {
      this(
          event,
          lead,
          losers,
          claims,
          others,
          seat,
          wanted,
          claimants,
          WayIn.of(event, lead.profile()),
          Optional.empty());
    }

    public Append(
        LeadEvent event,
        LeadRecord lead,
        List<LeadRecord> losers,
        Map<Identity, Optional<String>> claims,
        List<LeadRecord> others) {
      this(event, lead, losers, claims, others, Optional.empty(), Map.of(), Map.of());
    }

    public Append(
        LeadEvent event,
        LeadRecord lead,
        List<LeadRecord> losers,
        Map<Identity, Optional<String>> claims) {
      this(event, lead, losers, claims, List.of());
    }

    /** The same, with another thing counted. */
    public Append counting(WayIn counted) {
      return new Append(
          event,
          lead,
          losers,
          claims,
          others,
          seat,
          wanted,
          claimants,
          Optional.of(counted),
          effect);
    }

    /** The same, with what a row did. */
    public Append effecting(Optional<RowEffect> did) {
      return new Append(event, lead, losers, claims, others, seat, wanted, claimants, way, did);
    }

    /** Who claimed an identity of {@code claims} before, as read. */
    public SortedSet<String> claimants(Identity identity) {
      return claimants.getOrDefault(identity, Collections.emptySortedSet());
    }
  }

  /** One of as many as are leads of their own before the rest of a crowd is only counted. */
  record Seat(String crowd, int most) {}

  /** What became of an {@link Append}. */
  enum AppendResult {
    APPENDED,
    /**
     * This event is in the log already, of the lead, of one it absorbed or of one split from it:
     * nothing was written.
     */
    DUPLICATE,
    /** The receipt of this submission was used before, for another event: nothing was written. */
    RECEIPT_USED,
    /** All seats are taken: nothing was written. */
    CROWDED,
    /** Someone else wrote in between: nothing was written; read again and decide again. */
    CONFLICT
  }
}
