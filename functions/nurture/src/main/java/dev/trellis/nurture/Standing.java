package dev.trellis.nurture;

import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.core.profile.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether mail may go to the reader of a mail, and if not, what ended it. */
enum Standing {
  OPEN,
  UNSUBSCRIBED,
  BOUNCED,
  REPORTED;

  /**
   * @param lead whose mailbox it is; empty if nobody's that we know
   * @param suppressionKeys of the address that the mail went to; none if it is not known
   */
  static Standing of(
      Optional<LeadRecord> lead, List<String> suppressionKeys, Suppressions suppressions) {
    var found =
        suppressionKeys.stream()
            .flatMap(key -> suppressions.find(key).stream())
            .map(Suppression::reason)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return switch (found) {
      case BOUNCE -> BOUNCED;
      case COMPLAINT -> REPORTED;
      case UNSUBSCRIBE -> is(lead, Field.MAILBOX, "complaint") ? REPORTED : UNSUBSCRIBED;
      case null ->
          is(lead, Field.MAILBOX, "complaint")
              ? REPORTED
              : is(lead, Field.SUBSCRIPTION, "no")
                      || lead.filter(l -> l.profile().permission().isTakenAway()).isPresent()
                  ? UNSUBSCRIBED
                  : OPEN;
    };
  }

  private static boolean is(Optional<LeadRecord> lead, String field, String value) {
    return lead.flatMap(l -> l.profile().value(field)).filter(value::equals).isPresent();
  }
}
