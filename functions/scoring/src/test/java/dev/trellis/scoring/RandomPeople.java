package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.MailBounced;
import dev.trellis.core.event.Happening.MailComplained;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;

/** Seeded events of people whose names overlap, so that they merge. */
final class RandomPeople {

  private final Random random;
  private int told;

  RandomPeople(long seed) {
    this.random = new Random(seed);
  }

  int next(int bound) {
    return random.nextInt(bound);
  }

  /** Something happens to whoever has these names. */
  LeadEvent event(String... names) {
    var at = Events.NOON.minusSeconds(random.nextInt(40 * 86_400));
    return Events.event("r" + told++, at, happening(), names).vouched();
  }

  // Whoever has it: the mailbox of either, or one of before this was kept.
  private String address() {
    return next(4) == 0 ? null : typed();
  }

  private String typed() {
    return (next(2) == 0 ? "a" : "b") + "@example.com";
  }

  private Happening happening() {
    return switch (random.nextInt(7)) {
      case 0 -> new CodeScanned();
      case 1 -> new PageVisited("p" + next(4), next(90), next(2) == 0 ? null : "k" + next(3));
      case 2 -> new ContentRead("c" + next(5), 1 + next(2), next(300), null);
      case 3 -> new EventAttended("e" + next(2), next(3600));
      case 4 -> new MailBounced("s" + next(3), next(3) == 0, address());
      case 5 -> new MailComplained("s" + next(3), address());
      default ->
          new FormSubmitted(
              "f" + next(2),
              new TreeMap<>(
                  Map.of("company", "Example " + next(9), "need", "n" + next(4), "email", typed())),
              next(2) == 0,
              "zh",
              null);
    };
  }
}
