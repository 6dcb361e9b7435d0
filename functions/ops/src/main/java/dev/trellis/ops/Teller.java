package dev.trellis.ops;

import module java.base;

/**
 * Says what is done, in the language of whoever called.
 *
 * @param language {@code zh} or another
 */
public record Teller(String language, PrintStream out) {

  /** One line; {@code values} fill the places of either text. */
  public void say(String english, String chinese, Object... values) {
    out.println(in(english, chinese, values));
    out.flush();
  }

  /** A refusal: what is wrong with what was asked for, and how to say it right. */
  IllegalArgumentException refusal(String english, String chinese, Object... values) {
    return new IllegalArgumentException(in(english, chinese, values));
  }

  private String in(String english, String chinese, Object... values) {
    return (language.equals("zh") ? chinese : english).formatted(values);
  }
}
