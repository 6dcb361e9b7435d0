package dev.trellis.core.port;

import dev.trellis.core.port.LeadFile.Part;
import java.util.Optional;

/** All that is stored about a lead, read at once by whoever looks at it. */
public interface LeadFiles {

  /** What lies in the lead's own partition, be it living or not; empty if there is no such lead. */
  Optional<Part> part(String lead);

  /** The whole of a person, by any of its leads; empty if there is no such person any more. */
  default Optional<LeadFile> find(String lead) {
    var trail = new MergeTrail<>(Part::lead, this::part);
    return part(lead)
        .map(trail::survivor)
        .filter(part -> part.lead().isLiving())
        .map(part ->
            new LeadFile(
                part, part.lead().absorbed().stream().flatMap(l -> part(l).stream()).toList()));
  }
}
