package dev.trellis.console.likeness;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns scores into honest probabilities: the share that was won among leads of about this score,
 * made to rise with the score (isotonic regression, by pooling neighbours that violate it).
 */
final class Calibration {

  private record Block(double from, double won, double size) {
    double rate() {
      return won / size;
    }

    Block with(Block next) {
      return new Block(from, won + next.won, size + next.size);
    }
  }

  private final List<Block> blocks = new ArrayList<>();
  private final double least;

  /**
   * @param seen scored by weights that were not learnt from them; at least one
   */
  Calibration(List<Held> seen) {
    // Nothing is certain: as if one more had been won, and one more lost.
    this.least = 1.0 / (seen.size() + 2);
    for (var one : seen.stream().sorted(Held.BY_SCORE).toList()) {
      var block = new Block(one.score(), one.isOurs() ? 1 : 0, 1);
      if (!blocks.isEmpty() && blocks.getLast().from() == block.from()) {
        block = blocks.removeLast().with(block);
      }
      while (!blocks.isEmpty() && blocks.getLast().rate() >= block.rate()) {
        block = blocks.removeLast().with(block);
      }
      blocks.add(block);
    }
  }

  double probability(double score) {
    var block = blocks.getFirst();
    for (var next : blocks) {
      if (next.from() <= score) {
        block = next;
      }
    }
    return Math.clamp(block.rate(), least, 1 - least);
  }
}
