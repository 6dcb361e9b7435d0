package dev.trellis.imports.row;

import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Imports.Column;
import dev.trellis.core.playbook.Imports.Question;
import java.util.List;
import java.util.Optional;

/** What the columns of one file mean. */
record Columns(List<Meaning> meanings) {

  /** What one column means. */
  sealed interface Meaning {

    String header();

    /** A fact or a name of the person. */
    record Known(String header, Column column) implements Meaning {}

    /** A question of a survey. */
    record Asked(String header, Question question) implements Meaning {}

    /** Something that the playbook does not know. */
    record Other(String header) implements Meaning {}
  }

  static Columns of(List<String> headers, Imports imports) {
    return new Columns(headers.stream().map(header -> meaning(header.strip(), imports)).toList());
  }

  private static Meaning meaning(String header, Imports imports) {
    Optional<Meaning> known = imports.column(header).map(c -> new Meaning.Known(header, c));
    return known
        .or(() -> imports.question(header).map(q -> new Meaning.Asked(header, q)))
        .orElseGet(() -> new Meaning.Other(header));
  }

  /** How many columns the playbook knows. */
  long known() {
    return meanings.stream().filter(m -> !(m instanceof Meaning.Other)).count();
  }

  boolean namePeople() {
    return meanings.stream()
        .anyMatch(m -> m instanceof Meaning.Known k && k.column().as().isIdentity());
  }

  /** Headers that the playbook does not know. */
  List<String> others() {
    return meanings.stream()
        .filter(m -> m instanceof Meaning.Other)
        .map(Meaning::header)
        .filter(h -> !h.isBlank())
        .toList();
  }

  List<String> headers() {
    return meanings.stream().map(Meaning::header).toList();
  }
}
