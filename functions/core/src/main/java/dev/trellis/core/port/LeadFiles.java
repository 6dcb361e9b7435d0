package dev.trellis.core.port;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.LeadFile.Part;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that is stored about a lead, read at once by whoever looks at it. */
public interface LeadFiles {

  /** A lead of at least as many versions has a log that is not read whole to be looked at. */
  int LONG = 200;

  /** So many of the newest events of a long log are shown with the lead. */
  int NEWEST = 100;

  /** What lies in the lead's own partition, be it living or not; empty if there is no such lead. */
  Optional<Part> part(String lead);

  /** The same, but of a long log the newest events only. */
  Optional<Part> glance(String lead);

  /** The lead alone, without what lies beside it; empty if there is no such lead. */
  Optional<LeadRecord> lead(String lead);

  /**
   * What happened to a person, newest first, whatever the length of the log.
   *
   * @param person as read
   * @param after {@link Listing.Page#next} of the page before, or {@link Listing#at} a {@link
   *     LeadFile#place}; null for the newest
   */
  Listing.Page<LeadEvent> log(
      LeadRecord person, Predicate<LeadEvent> wanted, @Nullable String after, int most);

  /** The whole of a person, by any of its leads; empty if there is no such person any more. */
  default Optional<LeadFile> find(String lead) {
    return file(lead, this::part);
  }

  /** The same, but of long logs the newest events only. */
  default Optional<LeadFile> look(String lead) {
    return file(lead, this::glance);
  }

  /** The lead that stands for a person, by any of its leads; empty if there is no such person. */
  default Optional<LeadRecord> person(String lead) {
    var trail = MergeTrail.of(this::lead);
    return lead(lead).map(trail::survivor).filter(LeadRecord::isLiving);
  }

  private Optional<LeadFile> file(String lead, Function<String, Optional<Part>> read) {
    var trail = new MergeTrail<>(Part::lead, read);
    return read.apply(lead)
        .map(trail::survivor)
        .filter(part -> part.lead().isLiving())
        .map(part -> new LeadFile(part, absorbed(part, read)));
  }

  private static List<Part> absorbed(Part part, Function<String, Optional<Part>> read) {
    return part.lead().absorbed().stream().flatMap(l -> read.apply(l).stream()).toList();
  }
}
