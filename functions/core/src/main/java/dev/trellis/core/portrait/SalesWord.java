package dev.trellis.core.portrait;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import java.util.Optional;

/** What sales thinks of a lead (R37, R65). */
public record SalesWord(Profile profile, Playbook playbook) {

  /** Why sales returned the lead, while the return is in force. */
  Optional<String> returned() {
    return profile
        .fact(Field.CRM_STATUS)
        .filter(status -> status.value().equals("returned"))
        .filter(status -> !playbook.settling().returned().isGiven(profile, status.at()))
        .flatMap(_ -> profile.value(Field.CRM_REASON));
  }

  /** Did sales take the lead as its own? Empty until it said so or returned it. */
  Optional<Boolean> isSql() {
    return profile.value(Field.CRM_STATUS).flatMap(SalesWord::verdict);
  }

  /** A deal that was won or lost was a sales lead; what only arrived is not judged yet. */
  public static Optional<Boolean> verdict(String status) {
    return switch (status) {
      case "accepted", "won", "lost" -> Optional.of(true);
      case "returned" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
