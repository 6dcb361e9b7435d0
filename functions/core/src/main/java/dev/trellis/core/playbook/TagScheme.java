package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.json.RecordJson;
import dev.trellis.core.playbook.TagDefinition.Computation;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.text.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The tags a company works with: behaviours, their categories, their tags (R46, R49).
 *
 * @param behaviours what a person does that tells us something
 * @param grades of activity, the best first; the last takes the rest
 * @param bant which fields fill the four facets, and when a lead is valid (R36)
 * @param ids of all its tags
 * @param timed categories with a tag that time alone may bring or take
 */
public record TagScheme(
    List<TagBehaviour> behaviours,
    List<Grade> grades,
    Bant bant,
    Set<String> ids,
    List<TagCategory> timed)
    implements RecordJson.Packed<TagScheme.Definition> {

  public static final TagScheme EMPTY = new TagScheme(List.of(), List.of(), Bant.EMPTY);

  /** What a scheme is made of; the rest follows from it. */
  public record Definition(List<TagBehaviour> behaviours, List<Grade> grades, Bant bant) {}

  @Override
  public Definition packed() {
    return new Definition(behaviours, grades, bant);
  }

  /** The scheme that is made of this. */
  public static TagScheme unpacked(Definition of) {
    return new TagScheme(of.behaviours(), of.grades(), of.bant());
  }

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
  public record Bant(Map<String, List<String>> facets, @Nullable Condition valid) {
    public static final Bant EMPTY = new Bant(Map.of(), null);
  }

  public TagScheme(List<TagBehaviour> behaviours, List<Grade> grades, Bant bant) {
    this(
        behaviours,
        grades,
        bant,
        tags(behaviours).map(TagDefinition::id).collect(Collectors.toUnmodifiableSet()),
        categories(behaviours).filter(TagScheme::isTimed).toList());
  }

  private static boolean isTimed(TagCategory category) {
    return tags(category)
        .flatMap(t -> t.from().stream())
        .anyMatch(Computation.When.class::isInstance);
  }

  private static Stream<TagCategory> categories(List<TagBehaviour> behaviours) {
    return behaviours.stream().flatMap(b -> b.categories().stream());
  }

  private static Stream<TagDefinition> tags(List<TagBehaviour> behaviours) {
    return categories(behaviours).flatMap(TagScheme::tags);
  }

  private static Stream<TagDefinition> tags(TagCategory category) {
    return category.tags().stream()
        .flatMap(t -> Stream.concat(Stream.of(t), t.children().stream()));
  }

  public Stream<TagCategory> categories() {
    return categories(behaviours);
  }

  /** Every tag, a parent before its children. */
  public Stream<TagDefinition> tags() {
    return tags(behaviours);
  }

  public Optional<TagDefinition> tag(String id) {
    return tags().filter(t -> t.id().equals(id)).findFirst();
  }

  /** The layer that shows a tag. */
  public Optional<Layer> layer(String id) {
    return categories()
        .filter(c -> tags(c).anyMatch(t -> t.id().equals(id)))
        .map(TagCategory::layer)
        .findFirst();
  }
}
