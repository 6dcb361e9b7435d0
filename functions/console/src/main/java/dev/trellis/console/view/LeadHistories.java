package dev.trellis.console.view;

import dev.trellis.console.report.LeadHistory;
import dev.trellis.console.view.LeadItems.Document;
import dev.trellis.console.view.LeadItems.Partition;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Move;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the log holds of each person, read lead by lead. */
final class LeadHistories {

  private LeadHistories() {}

  /** One after the other; a lead that was absorbed meanwhile is told with the one that did. */
  static Stream<Partition> partitions(LeadItems items) {
    return items.stream()
        .flatMap(lead ->
            items.find(lead.lead()).filter(p -> p.lead().lead().equals(lead.lead())).stream());
  }

  static LeadHistory of(Partition partition) {
    var lead = partition.lead().lead();
    var moves =
        partition.of("move#").stream()
            .collect(
                Collectors.groupingBy(
                    Document::lead,
                    Collectors.mapping(d -> d.as(Move.class), Collectors.toList())));
    var own = moves.getOrDefault(lead, List.of());
    moves.remove(lead);
    return new LeadHistory(
        lead,
        partition.of("event#").stream().map(d -> d.as(LeadEvent.class)).toList(),
        own,
        List.copyOf(moves.values()));
  }
}
