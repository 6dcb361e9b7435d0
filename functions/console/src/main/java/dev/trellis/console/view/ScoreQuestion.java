package dev.trellis.console.view;

import module java.base;

/**
 * Of which instant the scores are asked for, and with which other one they are compared.
 *
 * @param at now unless the question says otherwise
 * @param against a week before {@code at} unless the question says otherwise
 */
record ScoreQuestion(Instant at, Instant against) {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  /**
   * Reads the query of a request.
   *
   * @throws IllegalArgumentException if an instant in it is none
   */
  static ScoreQuestion of(Map<String, String> query, Instant now) {
    var at = query.containsKey("at") ? instant("at", query.get("at")) : now;
    return new ScoreQuestion(
        at,
        query.containsKey("against") ? instant("against", query.get("against")) : at.minus(WEEK));
  }

  private static Instant instant(String name, String text) {
    try {
      var instant = Instant.parse(text);
      if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Said below, in words that help.
    }
    throw new IllegalArgumentException(
        "\"" + name + "\" is no instant; write it like 2026-11-20T02:00:00Z");
  }
}
