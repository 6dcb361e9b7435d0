package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.profile.Field;

/** Leads that nobody heard of for so long that they are erased unless somebody keeps them. */
public final class RetentionView {

  private RetentionView() {}

  /** A lead in review; its name is null if nobody told it. */
  public record Line(String id, String name, Instant silentSince, Instant until) {}

  /** All of them, whose time runs out first at the top; none if the playbook keeps everybody. */
  public static List<Line> all(Everybody everybody) {
    var leads = everybody.leads();
    return leads.playbook().retention().stream()
        .flatMap(retention ->
            everybody
                .living()
                .flatMap(snapshot ->
                    retention
                        .review(
                            snapshot.lead().profile(),
                            leads.now(),
                            snapshot.position().map(Position::review))
                        .stream()
                        .map(review ->
                            new Line(
                                snapshot.lead().lead(),
                                snapshot.lead().profile().value(Field.NAME).orElse(null),
                                review.silentSince(),
                                review.until()))))
        .sorted(Comparator.comparing(Line::until).thenComparing(Line::id))
        .toList();
  }
}
