package dev.trellis.core.event;

import module java.base;

import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.Happening.ContentDownloaded;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.JourneyEnded;
import dev.trellis.core.event.Happening.NoteWritten;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.Happening.PutIntoJourney;
import dev.trellis.core.event.Happening.RetentionEnded;
import dev.trellis.core.event.Happening.Separated;
import dev.trellis.core.event.Happening.TakenOutOfJourney;
import dev.trellis.core.event.Happening.VisitorExpired;
import dev.trellis.core.json.Json;
import org.jspecify.annotations.Nullable;

/** How much a lead event may say, and about which time: whatever goes beyond is refused. */
public final class Limits {

  /** Clocks differ, but not by more than this. */
  public static final Duration AHEAD = Duration.ofMinutes(5);

  public static final int YEARS = 10;

  /** Answers, values and whatever else an event lists. */
  public static final int MOST_VALUES = 200;

  public static final int LONGEST_VALUE = 2_000;

  /** The id of an event that was attended has at most so many characters. */
  public static final int LONGEST_EVENT = 100;

  /** How long something may have taken: sums of it must never run over. */
  public static final Duration LONGEST = Duration.ofDays(31);

  /** As many names as one transaction can claim, with room for what a merge brings. */
  public static final int MOST_IDENTITIES = 50;

  private Limits() {}

  /** Why an event is refused, without quoting it; empty if it is within the limits. */
  public static Optional<String> refusal(LeadEvent event, Instant now) {
    return refusal(event.occurredAt(), now)
        .or(() -> identities(event))
        .or(() -> missing(event))
        .or(() -> seconds(event.happening()))
        .or(() -> size(Json.tree(event)));
  }

  /** Why nothing can have happened at this time; empty if it can. */
  public static Optional<String> refusal(Instant occurredAt, Instant now) {
    if (occurredAt.isAfter(now.plus(AHEAD))) {
      return Optional.of("occurredAt is ahead of our time");
    }
    var oldest = now.atOffset(ZoneOffset.UTC).minusYears(YEARS).toInstant();
    return occurredAt.isBefore(oldest)
        ? Optional.of("occurredAt is more than " + YEARS + " years ago")
        : Optional.empty();
  }

  private static Optional<String> identities(LeadEvent event) {
    return event.identities().size() > MOST_IDENTITIES
        ? Optional.of("more than " + MOST_IDENTITIES + " identities")
        : Optional.empty();
  }

  private static Optional<String> missing(LeadEvent event) {
    return switch (event.happening()) {
      case FormSubmitted form -> need(form.form(), "form");
      case ConsentConfirmed given -> need(given.address(), "address");
      case ContentRead read -> need(read.content(), "content");
      case ContentDownloaded file -> need(file.content(), "content");
      case EventAttended visit -> need(visit.event(), "event").or(() -> longer(visit.event()));
      case CtaFollowed followed -> need(followed.cta(), "cta");
      case CrmChanged change -> need(change.status(), "status");
      case NoteWritten note -> need(note.text(), "text");
      case JourneyEnded end -> need(end.journey(), "journey");
      case PutIntoJourney put -> need(put.journey(), "journey");
      case TakenOutOfJourney taken -> need(taken.journey(), "journey");
      case RetentionEnded ended ->
          ended.silentSince() == null ? Optional.of("silentSince is missing") : Optional.empty();
      case Separated separated -> need(separated.absorbed(), "absorbed");
      case VisitorExpired expired ->
          expired.silentSince() == null || event.lead() == null
              ? Optional.of("an expired visitor is a lead that was silent since some time")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> seconds(Happening happening) {
    long seconds =
        switch (happening) {
          case PageVisited visit -> visit.seconds();
          case ContentRead read -> read.seconds();
          case EventAttended visit -> visit.seconds();
          default -> 0;
        };
    return seconds > LONGEST.toSeconds()
        ? Optional.of("more than " + LONGEST.toSeconds() + " seconds")
        : Optional.empty();
  }

  // Profiles keep it.
  private static Optional<String> longer(String event) {
    return event.length() > LONGEST_EVENT
        ? Optional.of("event has more than " + LONGEST_EVENT + " characters")
        : Optional.empty();
  }

  private static Optional<String> need(String value, String member) {
    return value == null || value.isBlank()
        ? Optional.of(member + " is missing")
        : Optional.empty();
  }

  private static Optional<String> size(@Nullable Object tree) {
    return switch (tree) {
      case Map<?, ?> map ->
          many(map.size()).or(() -> all(map.keySet())).or(() -> all(map.values()));
      case List<?> list -> many(list.size()).or(() -> all(list));
      case String text when text.length() > LONGEST_VALUE ->
          Optional.of("a value of more than " + LONGEST_VALUE + " characters");
      case null, default -> Optional.empty();
    };
  }

  private static Optional<String> many(int count) {
    return count > MOST_VALUES
        ? Optional.of("more than " + MOST_VALUES + " values")
        : Optional.empty();
  }

  private static Optional<String> all(Collection<?> trees) {
    return trees.stream().map(Limits::size).flatMap(Optional::stream).findFirst();
  }
}
