package dev.trellis.core.journey;

import dev.trellis.core.playbook.Step;

/**
 * A choice that was made.
 *
 * @param isThen true for {@code then}, false for {@code else}
 */
public record Way(Step step, boolean isThen) {}
