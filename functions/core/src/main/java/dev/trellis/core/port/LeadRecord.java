package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.profile.Claim;
import dev.trellis.core.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A lead as stored.
 *
 * @param version of the profile item; 0 before the first write
 * @param profile everything that happened to this lead and to those it absorbed
 * @param absorbed leads that were merged into this one; their events stay in their own logs
 * @param mergedInto the lead that absorbed this one, or null
 * @param mergedAt the version of the absorbing lead that came of the merge; 0 if there was none
 * @param apart leads that were once split from this one: they are never merged again by themselves
 * @param erasedAt when the person was forgotten, or null; all that is left of such a lead is this
 */
public record LeadRecord(
    String lead,
    long version,
    Profile profile,
    SortedSet<String> absorbed,
    @Nullable String mergedInto,
    long mergedAt,
    SortedSet<String> apart,
    @Nullable Instant erasedAt) {

  public LeadRecord {
    absorbed = frozen(absorbed);
    apart = frozen(apart);
  }

  /** A lead that nobody has written yet. */
  public static LeadRecord unborn(String lead) {
    return new LeadRecord(lead, 0, Profile.EMPTY, new TreeSet<>(), null, 0, new TreeSet<>(), null);
  }

  public LeadRecord withProfile(Profile known) {
    return new LeadRecord(lead, version, known, absorbed, mergedInto, mergedAt, apart, erasedAt);
  }

  public LeadRecord withAbsorbed(Collection<String> leads) {
    return new LeadRecord(
        lead, version, profile, new TreeSet<>(leads), mergedInto, mergedAt, apart, erasedAt);
  }

  /** The same lead, and one more that it must never be merged with again. */
  public LeadRecord apartFrom(String other) {
    var all = new TreeSet<>(apart);
    all.add(other);
    return new LeadRecord(lead, version, profile, absorbed, mergedInto, mergedAt, all, erasedAt);
  }

  /** The same lead as read at another version. */
  public LeadRecord atVersion(long read) {
    return new LeadRecord(lead, read, profile, absorbed, mergedInto, mergedAt, apart, erasedAt);
  }

  /** This lead and another as one person; the other one's own record stays as it is. */
  public LeadRecord absorbing(LeadRecord loser) {
    var leads = new TreeSet<>(absorbed);
    leads.add(loser.lead);
    leads.addAll(loser.absorbed);
    var others = new TreeSet<>(apart);
    others.addAll(loser.apart);
    var joined = profile.join(loser.profile);
    return new LeadRecord(lead, version, joined, leads, mergedInto, mergedAt, others, erasedAt);
  }

  /** This lead as it lies beside the one that absorbed it. */
  public LeadRecord absorbedBy(LeadRecord survivor) {
    return new LeadRecord(
        lead, version, profile, absorbed, survivor.lead, survivor.version + 1, apart, erasedAt);
  }

  /** This lead as a person of its own again. */
  public LeadRecord released() {
    return new LeadRecord(lead, version, profile, absorbed, null, 0, apart, erasedAt);
  }

  /**
   * What is left of a person who asked to be forgotten (R17): which leads it was, and since when.
   */
  public LeadRecord erased(Instant at) {
    return new LeadRecord(
        lead, version, Profile.EMPTY, absorbed, mergedInto, mergedAt, new TreeSet<>(), at);
  }

  /** True if this lead stands for a person: it was neither absorbed nor erased. */
  public boolean isLiving() {
    return mergedInto == null && erasedAt == null;
  }

  /** What was claimed for this lead (R17) and nobody decided on, newest first. */
  public List<Claim> openClaims() {
    return profile.names().openClaims().stream()
        .filter(claim -> !lead.equals(claim.other()))
        .filter(claim -> !apart.contains(claim.other()) && !absorbed.contains(claim.other()))
        .toList();
  }

  /** True if a person said that the two (or leads they absorbed) are not the same. */
  public boolean isApartFrom(LeadRecord other) {
    return names(apart, other) || names(other.apart, this);
  }

  private static boolean names(SortedSet<String> apart, LeadRecord lead) {
    return apart.contains(lead.lead) || lead.absorbed.stream().anyMatch(apart::contains);
  }

  private static SortedSet<String> frozen(SortedSet<String> leads) {
    return Collections.unmodifiableSortedSet(
        leads == null ? new TreeSet<>() : new TreeSet<>(leads));
  }
}
