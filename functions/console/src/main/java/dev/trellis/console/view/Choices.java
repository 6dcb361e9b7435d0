package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Scoring;
import dev.trellis.core.playbook.Stage;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.portrait.Heat;

/**
 * What a list of leads may be filtered by, as the playbook has it. What salespeople there are, and
 * what people came by, only the leads know.
 */
public record Choices(Playbook playbook) {

  private static final Pattern TOUCH = Pattern.compile("(" + LeadSearch.OVER + ")?[0-9]{1,4}");

  /** The stages of the playbook. */
  public List<String> stages() {
    return playbook.stages().stream().map(Stage::id).toList();
  }

  /** The hottest first. */
  public List<String> heats() {
    return Stream.of(Heat.Level.values()).map(Heat.Level::word).toList().reversed();
  }

  /** Tags that a list can be filtered by. */
  public List<String> tags() {
    var scheme = playbook.tagScheme();
    return scheme.tags().map(TagDefinition::id).filter(tag -> Card.isMarked(scheme, tag)).toList();
  }

  /**
   * Checks what is asked for by name; nothing asks for nothing.
   *
   * @throws IllegalArgumentException if there is no such thing; it says what there is
   */
  void check(Map<String, String> asked) {
    check(asked, "stage", stages());
    check(asked, "pool", playbook.poolPaths());
    check(asked, "heat", heats());
    check(asked, "grade", Scoring.Grades.ALL);
    check(asked, "tag", tags());
    check(asked, "callback", List.of(LeadSearch.DUE));
    check(asked, "order", List.of(LeadSearch.OLDEST));
    var touch = asked.getOrDefault("touch", "").strip();
    if (!touch.isEmpty() && !TOUCH.matcher(touch).matches()) {
      throw new IllegalArgumentException(
          "touch is a number of days, or " + LeadSearch.OVER + " and one");
    }
  }

  private static void check(Map<String, String> asked, String name, List<String> known) {
    var value = asked.getOrDefault(name, "").strip();
    if (!value.isEmpty()) {
      among(name, value, known);
    }
  }

  static void among(String name, String value, Collection<String> known) {
    if (!known.contains(value)) {
      throw new IllegalArgumentException(name + " is one of " + String.join(", ", known));
    }
  }
}
