package dev.trellis.core.journey;

import module java.base;

import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;

/** The programs of all journeys of a playbook, so that each is unrolled once and walked often. */
public final class Programs {

  private final Playbook playbook;
  private final IdentityHashMap<Journey, Program> unrolled = new IdentityHashMap<>();
  private final List<Program> current;

  public Programs(Playbook playbook) {
    this.playbook = playbook;
    Stream.of(playbook.journeys(), playbook.formerJourneys())
        .flatMap(journeys -> journeys.values().stream())
        .forEach(journey -> unrolled.put(journey, Program.of(journey)));
    this.current = playbook.journeys().values().stream().map(this::of).toList();
  }

  /** What new leads go through. */
  public List<Program> current() {
    return current;
  }

  /** By which an enrollment goes on. */
  public Optional<Program> of(String journey, int version) {
    return playbook.journey(journey, version).map(this::of);
  }

  /** That of a journey of the playbook. */
  public Program of(Journey journey) {
    return Objects.requireNonNull(unrolled.get(journey), "a journey of another playbook");
  }
}
