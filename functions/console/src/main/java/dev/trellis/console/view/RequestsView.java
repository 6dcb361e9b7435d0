package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.event.Happening.Wanted;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;

/** What people asked for of their data and nobody did yet. */
public final class RequestsView {

  private RequestsView() {}

  /** Somebody's request; their name is null if nobody told it. */
  public record Line(String id, String name, Wanted what, Instant at) {}

  /** All of them, who waits longest first. An erased lead has none. */
  public static List<Line> all(Everybody everybody) {
    return everybody
        .living()
        .map(snapshot -> snapshot.lead())
        .flatMap(lead ->
            Stream.of(Wanted.values())
                .flatMap(what ->
                    open(lead.profile(), what).stream()
                        .map(asked ->
                            new Line(
                                lead.lead(),
                                lead.profile().value(Field.NAME).orElse(null),
                                what,
                                asked.at()))))
        .sorted(Comparator.comparing(Line::at).thenComparing(Line::id))
        .toList();
  }

  private static Optional<Fact> open(Profile profile, Wanted what) {
    var field = Field.asked(what);
    var done = profile.told(Authority.SALES, field);
    return profile
        .told(Authority.FORM, field)
        .filter(asked -> done.isEmpty() || done.get().at().isBefore(asked.at()));
  }
}
