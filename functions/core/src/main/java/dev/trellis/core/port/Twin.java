package dev.trellis.core.port;

import dev.trellis.core.profile.Claim;
import dev.trellis.core.profile.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lead that may be the same person as another, for a person to decide (R17). The other one is
 * told as well, and is such a lead too.
 *
 * @param name what the person is called, or null
 * @param claim why: the newest of those that nobody decided on
 * @param more how many others it may be the same as besides
 */
public record Twin(String lead, @Nullable String name, Claim claim, int more) {

  /** What is to be decided of a lead; empty if nothing is. */
  public static Optional<Twin> of(LeadRecord lead) {
    if (!lead.isLiving()) {
      return Optional.empty();
    }
    var claims = lead.openClaims().stream().filter(c -> !c.other().isEmpty()).toList();
    var others = (int) claims.stream().map(Claim::other).distinct().count();
    return claims.stream()
        .findFirst()
        .map(newest ->
            new Twin(
                lead.lead(), lead.profile().value(Field.NAME).orElse(null), newest, others - 1));
  }

  /** The place in a list of all: the newest claim comes last. */
  public String place() {
    return "%011x#%s".formatted(claim.at().toEpochMilli(), lead);
  }
}
