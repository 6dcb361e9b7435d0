package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;

/**
 * A lead whose workplace an event may have changed, so that it has to be looked at (R21).
 *
 * @param lead as it is now
 * @param profileVersion as it is stored now
 * @param retired leads that were merged into it
 * @param isNew true if nothing can be filed about it yet
 * @param at when it happened
 * @param history all that the lead was ever told, oldest first, if it is to be filed anew;
 *     otherwise nothing
 */
public record Assignment(
    LeadRecord lead,
    long profileVersion,
    SortedSet<String> retired,
    boolean isNew,
    Instant at,
    List<LeadEvent> history) {

  private static final List<String> TELLING =
      List.of(Field.COMPANY, Field.TITLE, Field.ROLE, Field.LEFT_COMPANY, Field.EMAIL);

  /** A lead that is not what it was, for all that anybody may have filed about it. */
  static Assignment anew(LeadRecord lead, Instant at, List<LeadEvent> history) {
    return new Assignment(lead, lead.version(), new TreeSet<>(), false, at, history);
  }

  /** Nothing for an ordinary event: it costs no call. */
  static Optional<Assignment> of(Append append, Result result, long profileVersion) {
    var event = append.event();
    var retired = new TreeSet<String>();
    append.losers().forEach(loser -> retired.add(loser.lead()));
    // Told again, nobody knows any more whether this very event merged.
    if (result == Result.DUPLICATE) {
      retired.addAll(append.lead().absorbed());
    }
    return retired.isEmpty() && !tells(append)
        ? Optional.empty()
        : Optional.of(
            new Assignment(
                append.lead(),
                profileVersion,
                retired,
                append.lead().version() == 0,
                event.occurredAt(),
                List.of()));
  }

  private static boolean tells(Append append) {
    return append.claims().keySet().stream().anyMatch(i -> i.type() == IdentityType.EMAIL)
        || TELLING.stream()
            .flatMap(field -> shown(append.lead(), field))
            .anyMatch(fact -> isOf(fact, append.event()));
  }

  private static Stream<Fact> shown(LeadRecord lead, String field) {
    return lead.profile().fact(field).stream();
  }

  private static boolean isOf(Fact fact, LeadEvent event) {
    return fact.event().equals(event.id());
  }
}
