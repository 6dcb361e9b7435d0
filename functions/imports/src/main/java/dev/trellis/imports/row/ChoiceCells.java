package dev.trellis.imports.row;

import module java.base;

import dev.trellis.core.playbook.Imports.Column;
import dev.trellis.core.playbook.Imports.Question;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.imports.file.CellCheck;
import dev.trellis.imports.file.Fault;

/** Cells that hold options: of a field, or as the answer to a survey's question (R76). */
final class ChoiceCells {

  private final Playbook playbook;
  private final Map<String, OptionWords> words = new HashMap<>();

  ChoiceCells(Playbook playbook) {
    this.playbook = playbook;
  }

  void chosen(String header, Column column, String text, Draft draft) {
    var found = options(words(column), text);
    if (found.options().isEmpty() || found.hasMore()) {
      draft.doubt(Fault.NO_OPTION, header, text);
    }
    if (!found.options().isEmpty()) {
      draft.declare(column.to(), String.join(",", found.options()), header);
    }
  }

  void asked(String header, Question question, String text, Draft draft) {
    if (!CellCheck.isShort(text)) {
      draft.doubt(Fault.CUT, header, text);
    }
    draft.tell("survey." + question.id(), CellCheck.kept(text), header);
    var found = options(words(question), text);
    if (found.options().isEmpty()) {
      draft.doubt(Fault.NO_OPTION, header, text);
    } else {
      draft.answer(question.to(), String.join(",", found.options()), question.id());
    }
  }

  private record Chosen(TreeSet<String> options, boolean hasMore) {}

  private static Chosen options(OptionWords words, String text) {
    var options = new TreeSet<String>();
    boolean hasMore = false;
    for (var part : Parts.MARKS.of(text, t -> words.find(t).isPresent())) {
      var option = words.find(part);
      option.ifPresent(options::add);
      hasMore |= option.isEmpty();
    }
    return new Chosen(options, hasMore);
  }

  private OptionWords words(Column column) {
    return words.computeIfAbsent(
        column.to(), to -> OptionWords.of(playbook, to, List.of(column.values())));
  }

  // What a column's values mean, they mean in a survey as well.
  private OptionWords words(Question question) {
    var values =
        playbook.imports().columns().stream()
            .filter(c -> c.to().equals(question.to()))
            .findFirst()
            .map(Column::values)
            .orElse(Map.of());
    return words.computeIfAbsent(
        "survey." + question.id(),
        _ -> OptionWords.of(playbook, question.to(), List.of(question.answers(), values)));
  }
}
