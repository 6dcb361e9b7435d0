package dev.trellis.core.journey;

/**
 * A choice that was made.
 *
 * @param isThen true for {@code then}, false for {@code else}
 */
public record Way(Step step, boolean isThen) {}
