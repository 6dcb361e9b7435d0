package dev.trellis.core.playbook;

import dev.trellis.core.lifecycle.Condition;
import dev.trellis.core.profile.Authority;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tags a company works with: behaviours, their categories, their tags (R46, R49).
 *
 * @param behaviours what a person does that tells us something
 * @param grades of activity, the best first; the last takes the rest
 * @param bant which fields fill the four facets, and when a lead is valid (R36)
 */
public record TagScheme(List<TagBehaviour> behaviours, List<Grade> grades, Bant bant) {

  public static final TagScheme EMPTY = new TagScheme(List.of(), List.of(), Bant.EMPTY);

  /** Something a person does that gives us tags, such as asking for a price. */
  public record TagBehaviour(String id, Wording name, List<TagCategory> categories) {}

  /**
   * Tags that answer the same question.
   *
   * @param layer of the portrait that shows them (R20)
   * @param single true if a person has at most one of them: the first that can be computed (R42)
   * @param confirmedBy authority from which on a told tag is confirmed, and no proposal (R40)
   */
  public record TagCategory(
      String id,
      Wording name,
      Layer layer,
      boolean single,
      Authority confirmedBy,
      List<TagDefinition> tags) {}

  /** The layers of a portrait (R20); activity has grades besides tags. */
  public enum Layer {
    INTEREST,
    ATTRIBUTE,
    ACTIVITY
  }

  /** A grade of activity: from so many points on. */
  public record Grade(String id, Wording name, long atLeast) {}

  /**
   * How to judge a lead by budget, authority, need and timeline (R36).
   *
   * @param facets fields per facet; the first that is known fills it
   * @param valid null if the playbook does not judge
   */
  public record Bant(Map<String, List<String>> facets, Condition valid) {
    public static final Bant EMPTY = new Bant(Map.of(), null);
  }

  public Stream<TagCategory> categories() {
    return behaviours.stream().flatMap(b -> b.categories().stream());
  }

  /** Every tag, a parent before its children. */
  public Stream<TagDefinition> tags() {
    return categories()
        .flatMap(c -> c.tags().stream())
        .flatMap(t -> Stream.concat(Stream.of(t), t.children().stream()));
  }

  public Optional<TagDefinition> tag(String id) {
    return tags().filter(t -> t.id().equals(id)).findFirst();
  }

  /** The layer that shows a tag. */
  public Optional<Layer> layer(String id) {
    return categories()
        .filter(c ->
            Stream.concat(c.tags().stream(), c.tags().stream().flatMap(t -> t.children().stream()))
                .anyMatch(t -> t.id().equals(id)))
        .map(TagCategory::layer)
        .findFirst();
  }
}
