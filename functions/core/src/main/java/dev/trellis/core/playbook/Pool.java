package dev.trellis.core.playbook;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.text.Wording;
import java.util.List;

/**
 * A node of the pool tree. Among siblings the first whose condition holds takes the lead; the last
 * sibling has none and takes the rest, so siblings are disjoint and complete.
 *
 * @param path ids from the root, such as {@code mil/high}
 * @param types of content that suit leads here and below (R71, R85); empty: what the pool above
 *     says
 */
public record Pool(
    String path, Wording name, Condition when, List<String> types, List<Pool> pools) {

  /** True if the path is this pool's or lies below it. */
  public boolean holds(String pool) {
    return pool.equals(path) || pool.startsWith(path + "/");
  }
}
