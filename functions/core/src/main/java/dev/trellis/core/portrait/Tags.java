package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagDefinition.Computation;
import dev.trellis.core.playbook.TagScheme.TagCategory;
import dev.trellis.core.profile.Profile;

/** The tags of a person, drawn by the playbook's scheme (R40–R43, R46). */
final class Tags {

  private final Playbook playbook;
  private final Condition.Subject subject;
  private final Grounds grounds;
  private final SortedMap<String, Tag> drawn = new TreeMap<>();

  private Tags(Playbook playbook, Condition.Subject subject, Grounds grounds) {
    this.playbook = playbook;
    this.subject = subject;
    this.grounds = grounds;
  }

  /**
   * @param subject that answers nothing that rests on tags
   */
  static Tags of(
      Profile profile, Playbook playbook, Attributes attributes, Condition.Subject subject) {
    var tags = new Tags(playbook, subject, new Grounds(profile, playbook, attributes, subject));
    playbook.tagScheme().categories().forEach(tags::draw);
    tags.drawUndefined();
    return tags;
  }

  List<Tag> all() {
    return List.copyOf(drawn.values());
  }

  Set<String> ids() {
    return drawn.keySet();
  }

  /** Future instants at which time alone may bring or take one of these tags; all if empty. */
  Stream<Instant> mayChangeAt(Set<String> ids) {
    return playbook.tagScheme().timed().stream()
        .filter(c -> ids.isEmpty() || isOneOf(ids, c.tags()))
        .flatMap(c -> waysOf(c.tags()).stream())
        .flatMap(when -> when.flips(subject));
  }

  private static boolean isOneOf(Set<String> ids, List<TagDefinition> tags) {
    for (var tag : tags) {
      if (ids.contains(tag.id()) || isOneOf(ids, tag.children())) {
        return true;
      }
    }
    return false;
  }

  private static List<Condition> waysOf(List<TagDefinition> tags) {
    var ways = new ArrayList<Condition>();
    for (var tag : tags) {
      for (var way : tag.from()) {
        if (way instanceof Computation.When(var when)) {
          ways.add(when);
        }
      }
      ways.addAll(waysOf(tag.children()));
    }
    return ways;
  }

  private void draw(TagCategory category) {
    for (var tag : category.tags()) {
      var children = new TreeMap<String, Ground>();
      for (var child : tag.children()) {
        grounds.of(child, category).ifPresent(ground -> children.put(child.id(), ground));
      }
      var own =
          tag.from().isEmpty()
              ? children.values().stream().reduce(Ground::and)
              : grounds.of(tag, category);
      if (own.isPresent()) {
        drawn.put(tag.id(), own.get().tag(tag.id(), null));
        children.forEach((id, ground) -> drawn.put(id, ground.tag(id, tag.id())));
        if (category.single()) {
          return;
        }
      }
    }
  }

  // A content may carry a tag before the scheme knows it; without a scheme all tags are like that.
  private void drawUndefined() {
    grounds.undefined().forEach((id, ground) -> drawn.put(id, ground.tag(id, null)));
  }

  /** The tag, if the person has it. */
  Optional<Tag> find(String id) {
    return Optional.ofNullable(drawn.get(id));
  }
}
