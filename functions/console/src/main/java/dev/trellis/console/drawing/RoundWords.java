package dev.trellis.console.drawing;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Vocabulary;
import java.util.List;

/** The words of a step that differs from round to round: its variables are "this round's". */
record RoundWords(Vocabulary words, List<String> variables, String name) implements Vocabulary {

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

  /** True if it is another in every round. */
  boolean isOfRound(String word) {
    return variables.stream().anyMatch(word::contains);
  }

  private String marked(String word) {
    var marked = word;
    for (var variable : variables) {
      marked = marked.replace(variable, MARK);
    }
    return marked;
  }
}
