package dev.trellis.core.dictionary;

import java.util.Optional;

/** Job titles: many wordings, one role (R26). */
public final class Titles {

  public static final Titles EMPTY = new Titles();

  /**
   * What a title says.
   *
   * @param role id of the role in the decision chain, such as {@code cio}
   * @param department id, such as {@code it}
   * @param level id, such as {@code head}
   * @param pattern the entry of the dictionary that matched
   */
  public record Match(String role, String department, String level, String pattern) {}

  /** What the title means; empty if the dictionary does not know it. */
  public Optional<Match> find(String title) {
    return Optional.empty();
  }
}
