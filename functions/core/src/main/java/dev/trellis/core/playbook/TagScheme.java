package dev.trellis.core.playbook;

import java.util.List;

/** The tags a company works with, by category (R46, R49). */
public record TagScheme(List<TagCategory> categories) {

  public static final TagScheme EMPTY = new TagScheme(List.of());

  /** Tags about the same question. */
  public record TagCategory(String id, Wording name) {}
}
