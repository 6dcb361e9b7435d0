package dev.trellis.core.playbook;

import dev.trellis.core.lifecycle.Condition;
import java.util.List;

/**
 * A node of the pool tree. Among siblings the first whose condition holds takes the lead; the last
 * sibling has none and takes the rest, so siblings are disjoint and complete.
 *
 * @param path ids from the root, such as {@code mil/high}
 */
public record Pool(String path, Wording name, Condition when, List<Pool> pools) {}
