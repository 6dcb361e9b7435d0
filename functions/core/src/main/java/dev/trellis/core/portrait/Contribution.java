package dev.trellis.core.portrait;

/**
 * One addend of a score.
 *
 * @param rule of the scoring table
 * @param evidence what it was given for: a day and its count, a field's value, a content
 * @param base points before cap and decay, in thousandths
 * @param points after cap and decay, in thousandths; these sum exactly to the score
 */
public record Contribution(String rule, String evidence, long base, long points) {}
