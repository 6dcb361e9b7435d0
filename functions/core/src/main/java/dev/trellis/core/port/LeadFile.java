package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.lifecycle.GroupStay;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Position;

/** All that is stored about one person: of the lead, and of those it absorbed. */
public record LeadFile(Part own, List<Part> absorbed) {

  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  /**
   * What lies in the partition of one lead; the first move lies with its position.
   *
   * @param isWhole false if there are earlier events than these
   */
  public record Part(
      LeadRecord lead,
      Optional<Position> position,
      List<LeadEvent> events,
      List<Move> moves,
      List<GroupStay> stays,
      List<Enrollment> enrollments,
      List<MailLedger.Entry> mails,
      List<HandoffLedger.Entry> handoffs,
      boolean isWhole) {

    /** A lead without what lies beside it. */
    public static Part alone(LeadRecord lead) {
      return new Part(
          lead,
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false);
    }

    public Part {
      var first = position.map(Position::first).stream();
      moves = Stream.concat(first, moves.stream()).distinct().toList();
    }
  }

  /** The lead that stands for the person. */
  public LeadRecord lead() {
    return own.lead();
  }

  /** Where the lead itself stands; empty until it was placed for the first time. */
  public Optional<Position> position() {
    return own.position();
  }

  /** Where an event stands among all of a log, as text that sorts by time; no other has it. */
  public static String place(LeadEvent event) {
    return place(event.occurredAt(), event.id());
  }

  static String place(Instant at, String id) {
    return MILLIS.format(at) + "#" + id;
  }

  /** False if there are earlier events than those that are here. */
  public boolean isWhole() {
    return parts().allMatch(Part::isWhole);
  }

  /** What happened to any of them, oldest first. */
  public List<LeadEvent> events() {
    return all(Part::events, LeadEvent::occurredAt);
  }

  /** The moves of all of them, oldest first. */
  public List<Move> moves() {
    return all(Part::moves, Move::at);
  }

  /** The groups that any of them is in or was, in the order of joining. */
  public List<GroupStay> stays() {
    return all(Part::stays, stay -> stay.membership().since());
  }

  /** The enrollments of all of them, oldest first. */
  public List<Enrollment> enrollments() {
    return all(Part::enrollments, Enrollment::startedAt);
  }

  /** What was sent to any of them, or was not, oldest first. */
  public List<MailLedger.Entry> mails() {
    return all(Part::mails, MailLedger.Entry::at);
  }

  /** What was handed to sales of any of them, oldest first. */
  public List<HandoffLedger.Entry> handoffs() {
    return all(Part::handoffs, HandoffLedger.Entry::at);
  }

  /** The lead's own part, then those of the leads it absorbed. */
  public Stream<Part> parts() {
    return Stream.concat(Stream.of(own), absorbed.stream());
  }

  private <T> List<T> all(Function<Part, List<T>> what, Function<T, Instant> at) {
    return parts()
        .flatMap(part -> what.apply(part).stream())
        .sorted(Comparator.comparing(at))
        .toList();
  }
}
