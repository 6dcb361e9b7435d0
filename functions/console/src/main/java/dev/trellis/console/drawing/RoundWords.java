package dev.trellis.console.drawing;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Vocabulary;
import java.util.List;

/** The words of a step that differs from round to round: its values are "this round's". */
record RoundWords(Vocabulary words, List<String> values, String name) implements Vocabulary {

  private static final String MARK = "\u0000";

  @Override
  public String language() {
    return words.language();
  }

  @Override
  public String field(String id) {
    return words.field(id);
  }

  @Override
  public String word(String field, String value) {
    if (!value.contains(MARK)) {
      return words.word(field, value);
    }
    int colon = value.indexOf(':');
    var separator = language().equals("zh") ? "：" : ": ";
    return colon < 0 ? name : words.field(value.substring(0, colon)) + separator + name;
  }

  Condition marked(Condition condition) {
    return condition.renamed(this::marked);
  }

  /** True if this is the value of the round. */
  boolean isOfRound(String value) {
    return value != null && values.contains(value);
  }

  private String marked(String word) {
    var marked = word;
    for (var value : values) {
      marked = marked.replace(value, MARK);
    }
    return marked;
  }
}
