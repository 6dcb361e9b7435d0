package dev.trellis.core.playbook;

import dev.trellis.core.condition.Condition;
import java.time.Period;
import java.util.List;

/**
 * A step of a journey as its author wrote it, with the steps that stand in it. What stands in an
 * {@link Each} may name its variable, such as {@code $topic}.
 */
public sealed interface Block {

  /** Its own part of the ids by which people's places in the journey are known. */
  String name();

  /**
   * Wait.
   *
   * @param firstOnly true if later rounds of the {@code each} around it do not wait
   */
  record Wait(String name, Pause pause, boolean firstOnly) implements Block {}

  /**
   * Send a mail.
   *
   * @param content what it is about; null for a mail about no content
   * @param otherwise for whom every content that is asked for was sent before; if empty, they go on
   */
  record Send(String name, String mail, ContentQuery content, List<Block> otherwise)
      implements Block {}

  /** Tell our own people by a mail. */
  record Alert(String name, String mail) implements Block {}

  /** Ask a condition. */
  record When(String name, Condition condition, List<Block> then, List<Block> otherwise)
      implements Block {}

  /** Wait for a condition, no longer than the period. */
  record Await(
      String name, Condition condition, Period period, List<Block> then, List<Block> otherwise)
      implements Block {}

  /** Wait until the content of the last send is read, no longer than the period (R94). */
  record AwaitRead(String name, Period period, List<Block> then, List<Block> otherwise)
      implements Block {}

  /**
   * Go through the steps once per value.
   *
   * @param needFirst true if what the person says they need comes before the others
   * @param skipRead true if a topic of which the person has read something is left out
   */
  record Each(
      String name,
      String variable,
      List<String> values,
      boolean needFirst,
      boolean skipRead,
      List<Block> steps)
      implements Block {}

  /** Judge the lead (R98). */
  record Verdict(String name, List<Block> hot, List<Block> warm, List<Block> cold)
      implements Block {}

  /** Start another journey (R100). */
  record Enroll(String name, String journey) implements Block {}

  /** Put the lead one pool lower than the one this journey is for (R101). */
  record Demote(String name) implements Block {}

  /** Hand the lead to the CRM. */
  record HandOff(String name) implements Block {}
}
