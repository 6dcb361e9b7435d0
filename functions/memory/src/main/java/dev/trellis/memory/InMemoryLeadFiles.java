package dev.trellis.memory;

import dev.trellis.core.port.LeadFile.Part;
import dev.trellis.core.port.LeadFiles;
import java.util.Optional;

/** All that is stored about a lead, in memory. */
public record InMemoryLeadFiles(InMemoryTables tables) implements LeadFiles {

  @Override
  public Optional<Part> part(String lead) {
    synchronized (tables) {
      return Optional.ofNullable(tables.leads.get(lead))
          .map(found ->
              new Part(
                  found,
                  tables.position(lead),
                  tables.events(lead),
                  tables.moves(lead),
                  tables.stays(lead),
                  tables.enrollments(lead),
                  tables.mails(lead),
                  tables.handoffs(lead)));
    }
  }
}
