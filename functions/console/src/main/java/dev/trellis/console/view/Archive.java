package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.portrait.Attributes;
import dev.trellis.core.portrait.SalesWord;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Profile;

/**
 * What was declared about a person, by whom and when, with its history: the static side, which no
 * playbook changes (R19).
 *
 * @param fields per field what was told, newest first
 * @param verdicts what sales said about the lead as such, newest first (R37)
 */
public record Archive(SortedMap<String, List<Told>> fields, List<SqlVerdict> verdicts) {

  private static final Comparator<LeadEvent> NEWEST_FIRST =
      Comparator.comparing(LeadEvent::occurredAt).thenComparing(LeadEvent::id).reversed();

  /**
   * One thing that was told once.
   *
   * @param actor who told it, where the event names a person; null otherwise
   */
  public record Told(
      String value, Authority authority, Instant at, Channel channel, String event, String actor) {}

  /**
   * Sales took the lead as its own, or did not (R37).
   *
   * @param who of sales; null if the CRM does not say
   * @param why the reason; null if none was given
   */
  public record SqlVerdict(boolean isSql, String who, Instant at, String why, String event) {}

  /** Folds a log, in whatever order it comes. */
  public static Archive of(List<LeadEvent> log) {
    var fields = new TreeMap<String, List<Told>>();
    var verdicts = new ArrayList<SqlVerdict>();
    log.stream()
        .sorted(NEWEST_FIRST)
        .forEach(event -> {
          declared(event, fields);
          verdict(event).ifPresent(verdicts::add);
        });
    return new Archive(
        Collections.unmodifiableSortedMap(fields), Collections.unmodifiableList(verdicts));
  }

  /** The last verdict of sales. */
  public Optional<SqlVerdict> sql() {
    return verdicts.stream().findFirst();
  }

  /** Who told an event's facts, where the event names a person. */
  public static Optional<String> actor(LeadEvent event) {
    return Optional.ofNullable(
        switch (event.happening()) {
          case Happening.CallRecorded call -> call.actor();
          case Happening.NoteWritten note -> note.actor();
          case Happening.CrmChanged change -> change.actor();
          case Happening.Overridden change -> change.actor();
          case Happening.PlacedByHand put -> put.actor();
          default -> null;
        });
  }

  private static void declared(LeadEvent event, SortedMap<String, List<Told>> fields) {
    Profile.EMPTY
        .with(event)
        .facts()
        .forEach((field, told) ->
            told.forEach((authority, fact) -> {
              if (authority != Authority.INFERRED && !Attributes.isBookkeeping(field)) {
                fields
                    .computeIfAbsent(field, _ -> new ArrayList<>())
                    .add(
                        new Told(
                            fact.value(),
                            authority,
                            event.occurredAt(),
                            event.channel(),
                            event.id(),
                            actor(event).orElse(null)));
              }
            }));
  }

  private static Optional<SqlVerdict> verdict(LeadEvent event) {
    return event.happening() instanceof Happening.CrmChanged change
        ? SalesWord.verdict(change.status())
            .map(is ->
                new SqlVerdict(is, change.actor(), event.occurredAt(), change.reason(), event.id()))
        : Optional.empty();
  }
}
