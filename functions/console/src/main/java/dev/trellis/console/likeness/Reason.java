package dev.trellis.console.likeness;

/**
 * What one trait says: so many of one group have it, and so many of the other.
 *
 * @param weight log of the odds ratio, smoothed; above 0 it speaks for the first group
 */
public record Reason(Trait trait, double weight, int ours, int oursOf, int others, int othersOf) {

  /** How many times as common the trait is among the first group; infinite if only it has it. */
  public double lift() {
    return ((double) ours / oursOf) / ((double) others / othersOf);
  }
}
