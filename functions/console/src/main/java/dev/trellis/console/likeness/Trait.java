package dev.trellis.console.likeness;

import java.util.Comparator;

/**
 * One thing that a marketer can know of a lead, such as {@code industry} and {@code manufacturing}.
 *
 * @param kind a field of the portrait, or one of {@link Traits}
 */
public record Trait(String kind, String value) implements Comparable<Trait> {

  private static final Comparator<Trait> ORDER =
      Comparator.comparing(Trait::kind).thenComparing(Trait::value);

  @Override
  public int compareTo(Trait other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + "=" + value;
  }
}
