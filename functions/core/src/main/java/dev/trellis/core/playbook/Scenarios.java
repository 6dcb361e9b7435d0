package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.text.Wording;
import org.jspecify.annotations.Nullable;

/** Maps of how people come in, are touched and answer, per scenario (R73). */
public record Scenarios(List<Scenario> all) {

  public static final Scenarios EMPTY = new Scenarios(List.of());

  /** One map; its steps in order. */
  public record Scenario(String id, Wording name, List<Step> steps) {}

  /**
   * One step.
   *
   * @param done what shows that it was taken; one of these is enough
   */
  public record Step(String id, Wording name, Kind kind, List<Sign> done) {}

  /** What a step is to the person. */
  public enum Kind {
    ENTRY,
    TOUCH,
    FEEDBACK
  }

  /** What shows that a step was taken. */
  public sealed interface Sign {

    /** The portrait meets a condition now. */
    record Holds(Condition when) implements Sign {}

    /**
     * Something happened. A part that is empty asks nothing.
     *
     * @param kinds such as {@code CodeScanned}
     * @param pages beginnings of page addresses
     */
    record Happened(
        Set<String> kinds,
        Set<Channel> channels,
        Set<String> events,
        Set<String> codes,
        Set<String> forms,
        Set<String> contents,
        Set<String> pages)
        implements Sign {

      /** True if this event is it. */
      public boolean is(LeadEvent event) {
        var origin = event.origin();
        return (kinds.isEmpty() || kinds.contains(event.kind()))
            && (channels.isEmpty() || channels.contains(event.channel()))
            && isOne(codes, origin.code())
            && isOne(
                events,
                origin.event(),
                event.happening() instanceof EventAttended visit ? visit.event() : null)
            && isOne(forms, event.happening() instanceof FormSubmitted form ? form.form() : null)
            && isOne(
                contents,
                origin.content(),
                event.happening() instanceof ContentRead read ? read.content() : null)
            && (pages.isEmpty()
                || event.happening() instanceof PageVisited visit
                    && visit.page() != null
                    && pages.stream().anyMatch(visit.page()::startsWith));
      }

      private static boolean isOne(Set<String> wanted, @Nullable String... ids) {
        return wanted.isEmpty()
            || Stream.of(ids).filter(Objects::nonNull).anyMatch(wanted::contains);
      }
    }
  }
}
