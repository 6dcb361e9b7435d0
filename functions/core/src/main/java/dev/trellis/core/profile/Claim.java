package dev.trellis.core.profile;

import dev.trellis.core.identity.Identity;
import java.time.Instant;
import java.util.Comparator;

/**
 * A name that was typed beside those of a lead and is not its own (R17).
 *
 * @param other the lead that may be the same person, since the name is its own or was claimed by
 *     it; empty if the name was nobody's
 */
public record Claim(Instant at, String event, Identity name, String other)
    implements Comparable<Claim> {

  private static final Comparator<Claim> NEWEST_FIRST =
      Comparator.comparing(Claim::at)
          .thenComparing(Claim::event)
          .reversed()
          .thenComparing(Claim::name)
          .thenComparing(Claim::other);

  @Override
  public int compareTo(Claim claim) {
    return NEWEST_FIRST.compare(this, claim);
  }
}
