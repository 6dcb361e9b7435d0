package dev.trellis.core.port;

import module java.base;

/** Which journeys stand still for everybody, since a person said so. */
public interface JourneyPauses {

  Paused paused();

  /**
   * Writes them, provided that the stored ones still have {@code paused.version()}; the written
   * ones have the next version.
   *
   * @return false if someone else wrote in between
   */
  boolean save(Paused paused);

  /** Nobody takes a step of the journey until it is resumed; whoever said so first said it. */
  default void pause(String journey, By by) {
    change(journeys -> journeys.putIfAbsent(journey, by));
  }

  /** Everybody goes on. */
  default void resume(String journey) {
    change(journeys -> journeys.remove(journey));
  }

  private void change(Consumer<SortedMap<String, By>> change) {
    while (true) {
      var now = paused();
      var journeys = new TreeMap<>(now.journeys());
      change.accept(journeys);
      if (journeys.equals(now.journeys()) || save(new Paused(journeys, now.version()))) {
        return;
      }
      // Somebody else wrote in between: rarely.
    }
  }

  /** Who paused a journey, and when. */
  record By(String actor, Instant at) {}

  /**
   * All that are paused.
   *
   * @param version for conditional writes; 0 before the first write
   */
  record Paused(SortedMap<String, By> journeys, long version) {

    /** None ever was. */
    public static final Paused NONE = new Paused(Collections.emptySortedMap(), 0);

    public Paused {
      journeys = journeys == null ? Collections.emptySortedMap() : journeys;
    }

    /** The same with the next version, as a store writes it. */
    public Paused nextVersion() {
      return new Paused(journeys, version + 1);
    }
  }
}
