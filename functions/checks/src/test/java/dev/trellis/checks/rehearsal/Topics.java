package dev.trellis.checks.rehearsal;

import module java.base;

import dev.trellis.checks.rehearsal.LongRun.Life;
import dev.trellis.core.journey.Effect;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;

/** When the topics of the high-value journey came to one lead. */
record Topics(Playbook playbook, Life life) {

  static final String JOURNEY = "high-value";

  /**
   * The longest that a topic takes: the probe, the cap, a week, and a night between; and the five
   * days off in May, and a weekend.
   */
  private static final Duration LONGEST = Duration.ofDays(13 + 5 + 2);

  /** True if none was left out and none came late. */
  boolean cameInTime() {
    var last = LongRun.START;
    for (var at : first().values()) {
      if (Duration.between(last, at).compareTo(LONGEST) > 0) {
        return false;
      }
      last = at;
    }
    var numbers = List.copyOf(first().keySet());
    var isWithoutGap = numbers.isEmpty() || numbers.getLast() == numbers.size() - 1;
    var isStillToCome = Duration.between(last, LongRun.END).compareTo(LONGEST) <= 0;
    return isWithoutGap && (isStillToCome || numbers.size() == all().size());
  }

  /** By number of the topic, the instant of its first mail. */
  private Map<Integer, Instant> first() {
    var first = new TreeMap<Integer, Instant>();
    for (var one : life.due()) {
      if (one.effect() instanceof Effect.Send send
          && send.content() != null
          && one.journey().equals(JOURNEY)) {
        playbook
            .content(send.content())
            .map(content -> all().indexOf(content.topic()))
            .filter(number -> number >= 0)
            .ifPresent(number -> first.putIfAbsent(number, one.at()));
      }
    }
    return first;
  }

  private List<String> all() {
    return playbook.contents().values().stream()
        .filter(content -> content.type().equals("strategy"))
        .map(Content::topic)
        .distinct()
        .toList();
  }
}
