package dev.trellis.memory;

import module java.base;

import dev.trellis.core.port.Audit;
import dev.trellis.core.port.Listing;

/** Who did what, in memory. */
public final class InMemoryAudit implements Audit {

  private final List<Deed> deeds = new CopyOnWriteArrayList<>();

  @Override
  public void note(Deed deed) {
    deeds.add(deed);
  }

  @Override
  public Listing.Page<Deed> page(Instant from, Instant to, String actor, String after, int most) {
    var asked =
        deeds.stream()
            .filter(deed -> !deed.at().isBefore(from) && deed.at().isBefore(to))
            .filter(deed -> actor == null || deed.actor().equals(actor))
            .toList();
    return InMemoryPages.page(
        asked, deed -> InMemoryPages.place(deed.at(), deed.id()), true, after, most);
  }
}
