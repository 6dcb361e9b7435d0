package dev.trellis.nurture;

import dev.trellis.core.journey.Flow;
import dev.trellis.core.journey.Turn;
import dev.trellis.core.port.Flows;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the turns of one batch change in the figures of journeys, written once at its end. */
public final class FlowTally implements Consumer<Turn> {

  private final Flows flows;
  private final Map<String, Flow> tally = new TreeMap<>();

  public FlowTally(Flows flows) {
    this.flows = flows;
  }

  @Override
  public synchronized void accept(Turn turn) {
    tally.merge(turn.before().journey(), turn.flow(), Flow::plus);
  }

  /** Writes it down; what cannot be written is not counted. */
  public synchronized void add() {
    try {
      flows.add(tally);
    } finally {
      tally.clear();
    }
  }
}
