package dev.trellis.imports.row;

import module java.base;

/** What marks part a cell into that tells several things. */
enum Parts {
  MARKS("\\s:::\\s|[;；|┋\\n、,，/]+"),
  /** Titles hold commas and slashes. */
  LINES("[;；|┋\\n]+");

  private final Pattern marks;

  Parts(String marks) {
    this.marks = Pattern.compile(marks);
  }

  /** The parts of a cell; one that is known as a whole may hold the very marks. */
  List<String> of(String text, Predicate<String> isKnown) {
    return isKnown.test(text)
        ? List.of(text)
        : marks.splitAsStream(text).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }
}
