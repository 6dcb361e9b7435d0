package dev.trellis.core.port;

import dev.trellis.core.profile.Profile;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A lead as stored.
 *
 * @param version of the profile item; 0 before the first write
 * @param profile everything that happened to this lead and to those it absorbed
 * @param absorbed leads that were merged into this one; their events stay in their own logs
 * @param mergedInto the lead that absorbed this one, or null
 */
public record LeadRecord(
    String lead, long version, Profile profile, SortedSet<String> absorbed, String mergedInto) {

  public LeadRecord {
    absorbed =
        Collections.unmodifiableSortedSet(
            absorbed == null ? new TreeSet<>() : new TreeSet<>(absorbed));
  }

  public static LeadRecord unborn(String lead) {
    return new LeadRecord(lead, 0, Profile.EMPTY, null, null);
  }
}
