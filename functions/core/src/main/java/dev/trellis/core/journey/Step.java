package dev.trellis.core.journey;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Pause;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a journey's {@link Program}. The blocks of the playbook ({@code each}, {@code when})
 * are unrolled into a flat list with jumps, so a lead's place in a journey is one step id.
 */
public sealed interface Step {

  String id();

  /** Wait. */
  record Wait(String id, Pause pause) implements Step {}

  /** A round of an {@code each} begins; waits may count from here. */
  record Round(String id) implements Step {}

  /** Go on if the condition holds, else jump. */
  record When(String id, Condition condition, int otherwise) implements Step {}

  /** The rounds of an {@code each} begin: which values come first is decided, and kept. */
  record Order(String id, String each, List<String> values) implements Step {}

  /** Go on if the person has read nothing of the topic, else jump. */
  record Unread(String id, String topic, int otherwise) implements Step {}

  /**
   * Go on as soon as the content of the last send is read; jump if it was not read before the
   * period is over, and at once if that send had no content or was skipped. A read at the very end
   * of the period no longer counts (R94).
   */
  record AwaitRead(String id, Period period, int otherwise) implements Step {}

  /** Go on as soon as the condition holds; jump if it does not within the period. */
  record Await(String id, Condition condition, Period period, int otherwise) implements Step {}

  /**
   * Send a mail, with a content if the step asks for one.
   *
   * @param otherwise where to go if every content that was asked for was sent before
   */
  record Send(String id, String mail, @Nullable ContentQuery content, int otherwise)
      implements Step {}

  /** Judge the lead: hot goes on here, the others jump (R98). */
  record Verdict(String id, int warm, int cold) implements Step {}

  /** Start another journey (R100). */
  record Enroll(String id, String journey) implements Step {}

  /** Put the lead one pool lower than the one this journey is for (R101). */
  record Demote(String id) implements Step {}

  /** Hand the lead to the CRM. */
  record HandOff(String id) implements Step {}

  record Jump(String id, int target) implements Step {}
}
