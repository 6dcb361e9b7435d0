package dev.trellis.console.report;

import module java.base;

import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.profile.Profile;

/**
 * Everything that happened to one person: the log of a lead and of those it absorbed.
 *
 * @param events of all of them, oldest first, each once
 * @param moves of the lead itself, oldest first
 * @param earlier the moves of each lead it absorbed, oldest first
 */
public record LeadHistory(
    String lead, List<LeadEvent> events, List<Move> moves, List<List<Move>> earlier) {

  public LeadHistory {
    var once = new LinkedHashMap<String, LeadEvent>();
    events.forEach(e -> once.putIfAbsent(e.id(), e));
    events =
        once.values().stream()
            .sorted(Comparator.comparing(LeadEvent::occurredAt).thenComparing(LeadEvent::id))
            .toList();
    moves = sorted(moves);
    earlier = earlier.stream().map(LeadHistory::sorted).toList();
  }

  /** What a file of stored leads tells. */
  public static LeadHistory of(LeadFile file) {
    var earlier = file.absorbed().stream().map(LeadFile.Part::moves).filter(m -> !m.isEmpty());
    return new LeadHistory(file.lead().lead(), file.events(), file.own().moves(), earlier.toList());
  }

  /** When the person and we met; what a machine did with our mails is no meeting. */
  public List<LeadEvent> touches() {
    return byPeople().stream().filter(LeadSource::isTouch).toList();
  }

  /** What happened without that of which we know that a machine did it. */
  public List<LeadEvent> byPeople() {
    var profile = Profile.EMPTY;
    for (var event : events) {
      profile = profile.with(event);
    }
    var all = profile;
    return events.stream().filter(event -> all.machine(event).isEmpty()).toList();
  }

  /** Where the person came from. */
  public LeadSource source() {
    return touches().stream()
        .findFirst()
        .map(LeadSource::ofTouch)
        .orElseGet(() ->
            events.stream().anyMatch(e -> e.happening() instanceof RecordImported)
                ? LeadSource.IMPORT
                : LeadSource.OTHER);
  }

  /** The moves of the lead and of those it absorbed, oldest first. */
  public List<Move> allMoves() {
    return sorted(
        Stream.concat(Stream.of(moves), earlier.stream()).flatMap(Collection::stream).toList());
  }

  private static List<Move> sorted(Collection<Move> moves) {
    return moves.stream().sorted(Comparator.comparing(Move::at)).toList();
  }
}
