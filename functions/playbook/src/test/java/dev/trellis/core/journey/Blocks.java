package dev.trellis.core.journey;

import module java.base;

import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Journey.Again;
import dev.trellis.core.playbook.Pause;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.text.Wording;

/** Journeys as few words as a test can say them in. */
final class Blocks {

  private Blocks() {}

  static Journey journey(String id, int version, Trigger trigger, String until, Block... steps) {
    var name = new Wording(new TreeMap<>(Map.of("en", id)));
    return new Journey(id, version, name, trigger, until, Again.VISIT, List.of(steps));
  }

  /** What anybody who enters the mil pools goes through to its end. */
  static Program program(Block... steps) {
    return Program.of(journey("tried", 1, new Trigger.Enters("mil"), null, steps));
  }

  static Block waitADay(String name) {
    return new Block.Wait(name, new Pause.For(Period.ofDays(1)), false);
  }

  static Block send(String name, String mail, ContentQuery content) {
    return new Block.Send(name, mail, content, List.of());
  }

  static Block ifReadInThreeDays(String name, Block... then) {
    return new Block.AwaitRead(name, Period.ofDays(3), List.of(then), List.of());
  }
}
