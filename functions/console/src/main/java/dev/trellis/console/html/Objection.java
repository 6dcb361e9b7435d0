package dev.trellis.console.html;

import dev.trellis.core.playbook.AnswerRule.Fault;
import java.util.List;

/**
 * Why something that was told is not taken: the rest of a sentence that begins with its name.
 *
 * @param key of the sentence
 * @param values that stand in it
 */
public record Objection(String key, List<Object> values) {

  public static Objection of(String key, Object... values) {
    return new Objection(key, List.of(values));
  }

  /** What is wrong with an answer, whoever gives it. */
  public static Objection of(Fault fault) {
    return of(fault.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** The sentence. */
  public String in(Words words) {
    return words.say("told." + key, values.toArray());
  }
}
