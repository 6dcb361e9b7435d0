package dev.trellis.memory;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadFile.Part;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Listing.Chunk;

/** All that is stored about a lead, in memory. */
public record InMemoryLeadFiles(InMemoryTables tables) implements LeadFiles {

  private static final Comparator<LeadEvent> NEWEST_FIRST =
      Comparator.comparing(LeadFile::place).reversed();

  @Override
  public Optional<Part> part(String lead) {
    return part(lead, Integer.MAX_VALUE);
  }

  @Override
  public Optional<Part> glance(String lead) {
    return lead(lead)
        .flatMap(found -> part(lead, found.version() < LONG ? Integer.MAX_VALUE : NEWEST));
  }

  @Override
  public Optional<LeadRecord> lead(String lead) {
    synchronized (tables) {
      return Optional.ofNullable(tables.leads.get(lead));
    }
  }

  @Override
  public Listing.Page<LeadEvent> log(
      LeadRecord person, Predicate<LeadEvent> wanted, String after, int most) {
    var events =
        Stream.concat(Stream.of(person.lead()), person.absorbed().stream())
            .flatMap(lead -> tables.events(lead).stream())
            .sorted(NEWEST_FIRST)
            .toList();
    return new Listing<>(
            LeadFile::place, true, List.of(place -> new Chunk<>(after(place, events), false)))
        .page(after, most, wanted);
  }

  private static List<LeadEvent> after(String place, List<LeadEvent> events) {
    return events.stream()
        .filter(event -> place == null || LeadFile.place(event).compareTo(place) < 0)
        .toList();
  }

  private Optional<Part> part(String lead, int newest) {
    synchronized (tables) {
      var events = tables.events(lead);
      var shown = events.stream().sorted(NEWEST_FIRST).limit(newest).toList().reversed();
      return lead(lead)
          .map(found ->
              new Part(
                  found,
                  tables.position(lead),
                  shown,
                  tables.moves(lead),
                  tables.stays(lead),
                  tables.enrollments(lead),
                  tables.mails(lead),
                  tables.handoffs(lead),
                  shown.size() == events.size()));
    }
  }
}
