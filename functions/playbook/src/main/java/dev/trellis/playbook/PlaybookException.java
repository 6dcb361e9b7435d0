package dev.trellis.playbook;

import module java.base;

import dev.trellis.playbook.yaml.Problem;

/** A playbook that cannot be used; lists every problem found. */
public final class PlaybookException extends RuntimeException {

  private final transient List<Problem> problems;

  public PlaybookException(List<Problem> problems) {
    this(new LinkedHashSet<>(problems));
  }

  // What is wrong in every round of an each is wrong in one line.
  private PlaybookException(SequencedSet<Problem> problems) {
    super(
        "the playbook has "
            + problems.size()
            + (problems.size() == 1 ? " problem" : " problems")
            + problems.stream().map(p -> "\n  " + p).collect(Collectors.joining()));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
