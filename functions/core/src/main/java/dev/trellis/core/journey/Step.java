package dev.trellis.core.journey;

import dev.trellis.core.lifecycle.Condition;
import java.time.Period;

/**
 * One step of a journey's program. Blocks of the playbook ({@code each}, {@code when}) are unrolled
 * into a flat list with jumps, so a lead's place in a journey is one step id.
 */
public sealed interface Step {

  String id();

  /** Wait for a period. */
  record Wait(String id, Period period) implements Step {}

  /** Go on if the condition holds, else jump. */
  record When(String id, Condition condition, int otherwise) implements Step {}

  /**
   * Go on as soon as the content sent last is read; jump if it was not read before the period is
   * over. A read at the very end of the period no longer counts (R94).
   */
  record AwaitRead(String id, Period period, int otherwise) implements Step {}

  /** Send a mail, with a content if the step asks for one. */
  record Send(String id, String mail, ContentQuery content) implements Step {}

  /** Hand the lead to the CRM. */
  record HandOff(String id) implements Step {}

  record Jump(String id, int target) implements Step {}

  /**
   * Which content to send: one by id, or the first of a topic and type that was not sent yet. Parts
   * that are null ask for nothing.
   */
  record ContentQuery(String content, String topic, String type) {}
}
