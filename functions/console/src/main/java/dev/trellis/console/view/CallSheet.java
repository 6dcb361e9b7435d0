package dev.trellis.console.view;

import module java.base;

/**
 * What somebody wrote down of a call, as it was typed.
 *
 * @param callback a day and hour in the company's zone, or an instant
 */
public record CallSheet(
    String outcome, SortedMap<String, String> answers, String note, String callback) {

  /** Before the names of answers in a form, so that none is taken for anything else. */
  public static final String ANSWER = "answer.";

  /** Nothing yet. */
  public static final CallSheet EMPTY = new CallSheet(null, null, null, null);

  public CallSheet {
    answers = Collections.unmodifiableSortedMap(answers == null ? new TreeMap<>() : answers);
  }

  /** Reads what a browser sent; of an answer with several words each was sent by itself. */
  public static CallSheet ofForm(String body) {
    var told = typed(body);
    var answers = new TreeMap<String, String>();
    told.forEach((name, value) -> {
      if (name.startsWith(ANSWER)) {
        answers.put(name.substring(ANSWER.length()), value);
      }
    });
    return new CallSheet(told.get("outcome"), answers, told.get("note"), told.get("callback"));
  }

  /** The values of a form by name; several of one name are joined by commas. */
  public static Map<String, String> typed(String body) {
    var values = new TreeMap<String, String>();
    for (var pair : body.split("&")) {
      var parts = pair.split("=", 2);
      values.merge(
          decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "", (a, b) -> a + "," + b);
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
