package dev.trellis.core.lifecycle;

import module java.base;

import dev.trellis.core.condition.Condition;

/** The words of a reason's text, and the reason that was written in them. */
final class ReasonWords {

  static final String STAGE = "stage ";
  static final String POOL = "pool ";
  static final String EXCLUDED = "excluded: ";
  static final String RETURNED = "returned by sales, ";
  static final String DEMOTED = "demoted below ";
  static final String RESTS = "rests there until ";
  private static final String OTHERWISE = "otherwise";

  private ReasonWords() {}

  static String of(Condition when) {
    return when.equals(Condition.always()) ? OTHERWISE : when.toString();
  }

  static Reason read(String text) {
    try {
      int colon = text.indexOf(": ");
      if (text.startsWith(EXCLUDED)) {
        return new Reason.Excluded(List.of(after(EXCLUDED, text).split(", ")));
      } else if (text.startsWith(STAGE) && colon > 0) {
        return new Reason.ByStage(
            text.substring(STAGE.length(), colon), condition(text.substring(colon + 2)));
      } else if (text.startsWith(POOL) && colon > 0) {
        return inPool(text.substring(POOL.length(), colon), text.substring(colon + 2));
      }
      return new Reason.Worded(text);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return new Reason.Worded(text);
    }
  }

  private static Reason inPool(String pool, String why) {
    if (why.startsWith(RETURNED)) {
      return new Reason.Returned(pool, after(RETURNED, why));
    } else if (why.startsWith(DEMOTED)) {
      return new Reason.Demoted(pool, after(DEMOTED, why));
    } else if (why.startsWith(RESTS)) {
      return new Reason.Rests(pool, Instant.parse(after(RESTS, why)));
    }
    return new Reason.InPool(pool, condition(why));
  }

  private static Condition condition(String words) {
    return words.equals(OTHERWISE) ? Condition.always() : Condition.parse(words);
  }

  private static String after(String start, String text) {
    return text.substring(start.length());
  }
}
