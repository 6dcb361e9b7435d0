package dev.trellis.playbook;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.PortraitFields;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagDefinition.Computation;
import dev.trellis.core.playbook.TagScheme;
import dev.trellis.core.playbook.TagScheme.Bant;
import dev.trellis.core.playbook.TagScheme.Grade;
import dev.trellis.core.playbook.TagScheme.Layer;
import dev.trellis.core.playbook.TagScheme.TagBehaviour;
import dev.trellis.core.playbook.TagScheme.TagCategory;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.yaml.Yaml;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code tags.yaml}. */
final class TagSchemeReader {

  static final int MOST_TAGS = 1_000;

  private static final String FILE = "tags.yaml";
  private static final Set<String> FACETS = Set.of("budget", "authority", "need", "timeline");

  private final Source source;
  private final Set<String> ids = new HashSet<>();

  private TagSchemeReader(Source source) {
    this.source = source;
  }

  static TagScheme read(Source source) {
    return source
        .find(FILE)
        .map(file -> new TagSchemeReader(source).scheme(file))
        .orElse(TagScheme.EMPTY);
  }

  private TagScheme scheme(Yaml file) {
    file.only("bant", "grades", "behaviours");
    int tags = count(file);
    if (tags > MOST_TAGS) {
      file.problem(
          "there are " + tags + " tags, and nobody can keep more than " + MOST_TAGS + " apart",
          "Keep the tags that something uses; what only describes a person is a field");
      return TagScheme.EMPTY;
    }
    return new TagScheme(
        file.list("behaviours").stream().map(this::behaviour).toList(),
        grades(file.list("grades")),
        file.find("bant").map(this::bant).orElse(Bant.EMPTY));
  }

  private static int count(Yaml place) {
    return place.list("behaviours").stream()
        .flatMap(b -> b.list("categories").stream())
        .flatMap(c -> c.list("tags").stream())
        .mapToInt(t -> 1 + t.list("tags").size())
        .sum();
  }

  private TagBehaviour behaviour(Yaml place) {
    place.only("id", "name", "categories");
    return new TagBehaviour(
        once(place), name(place), place.list("categories").stream().map(this::category).toList());
  }

  private TagCategory category(Yaml place) {
    place.only("id", "name", "layer", "single", "confirmedBy", "uses", "tags");
    var uses = words(place, "uses");
    var single = place.flag("single");
    return new TagCategory(
        once(place),
        name(place),
        Choices.one(Layer.class, place.get("layer"), Layer.ATTRIBUTE),
        single,
        place
            .find("confirmedBy")
            .map(p -> Choices.one(Authority.class, p, Authority.SALES))
            .orElse(Authority.FORM),
        place.list("tags").stream().map(t -> tag(t, null, single, uses)).toList());
  }

  private TagDefinition tag(Yaml place, String parent, boolean single, Set<String> ofCategory) {
    if (parent == null) {
      place.only("id", "name", "from", "uses", "note", "tags");
    } else {
      place.only("id", "name", "from", "uses", "note");
    }
    var id = once(place);
    source.places().put("tag " + id, place);
    var uses = place.has("uses") ? words(place, "uses") : ofCategory;
    if (uses.isEmpty()) {
      place.problem(
          "nothing uses the tag \"" + id + "\"",
          "Name in \"uses\" what it is for, such as journey:high-value or report:interest (R48)");
    }
    var from = place.find("from").map(p -> computations(p, single)).orElse(List.of());
    var children = place.list("tags").stream().map(t -> tag(t, id, false, uses)).toList();
    if (from.isEmpty() && children.isEmpty()) {
      place.problem(
          "nothing computes the tag \"" + id + "\"",
          "Say in \"from\" how: content, field, when, did, read (R48)");
    }
    var note = place.has("note") ? place.wording("note", source.languages()) : null;
    return new TagDefinition(id, name(place), parent, from, uses, note, children);
  }

  private List<Computation> computations(Yaml from, boolean single) {
    from.only("content", "field", "when", "did", "read", "otherwise");
    var ways = new ArrayList<Computation>();
    if (from.flag("content")) {
      ways.add(new Computation.Carried());
    }
    from.find("field")
        .ifPresent(p ->
            p.map()
                .forEach((field, words) ->
                    ways.add(new Computation.Told(field, Set.copyOf(words.texts())))));
    from.find("when").ifPresent(p -> ways.add(new Computation.When(condition(p))));
    from.find("did").ifPresent(p -> ways.add(did(p)));
    from.find("read").ifPresent(p -> ways.add(read(p)));
    if (from.flag("otherwise")) {
      if (!single) {
        from.problem(
            "\"otherwise\" stands in a category whose tags do not exclude each other",
            "Add \"single: true\" to the category or say how the tag is computed");
      }
      ways.add(new Computation.Otherwise());
    }
    return ways;
  }

  // What rests on tags itself would go round in a circle.
  private static Condition condition(Yaml place) {
    var condition = ConditionReader.read(place);
    condition
        .leaves()
        .map(Condition.Leaf::field)
        .filter(PortraitFields::restsOnTags)
        .distinct()
        .forEach(field ->
            place.problem(
                "a tag's condition asks for \"" + field + "\", which may rest on tags itself",
                "Ask for facts, activity or interest instead"));
    return condition;
  }

  private static Computation did(Yaml place) {
    place.only("behaviours", "times");
    var behaviours = EnumSet.noneOf(Behaviour.class);
    place
        .list("behaviours")
        .forEach(p -> behaviours.add(Choices.one(Behaviour.class, p, Behaviour.VISIT)));
    return new Computation.Did(behaviours, times(place));
  }

  private static Computation read(Yaml place) {
    place.only("form", "type", "topic", "times");
    return new Computation.Read(
        place.textOr("form", null),
        place.textOr("type", null),
        place.textOr("topic", null),
        times(place));
  }

  private static int times(Yaml place) {
    return place.find("times").map(t -> Math.max(1, t.number())).orElse(1);
  }

  private List<Grade> grades(List<Yaml> places) {
    var grades = new ArrayList<Grade>();
    for (var place : places) {
      place.only("id", "name", "atLeast");
      long points = place.find("atLeast").map(Yaml::number).orElse(0);
      if (!grades.isEmpty() && grades.getLast().atLeast() <= points) {
        place.problem(
            "this grade needs no fewer points than the better one above it",
            "List grades from the most points to the fewest");
      }
      grades.add(new Grade(place.text("id"), name(place), points));
    }
    if (!grades.isEmpty() && grades.getLast().atLeast() > 0) {
      places
          .getLast()
          .problem("who has fewer points gets no grade", "Leave \"atLeast\" out of the last grade");
    }
    return List.copyOf(grades);
  }

  private Bant bant(Yaml place) {
    place.only("budget", "authority", "need", "timeline", "valid");
    var facets = new LinkedHashMap<String, List<String>>();
    place
        .map()
        .forEach((facet, fields) -> {
          if (FACETS.contains(facet)) {
            facets.put(facet, fields.texts());
          }
        });
    return new Bant(facets, condition(place.get("valid")));
  }

  private String once(Yaml place) {
    var id = place.text("id");
    if (!id.matches("[a-z0-9]+([:-][a-z0-9]+)*")) {
      place.problem(
          "\"" + id + "\" is no id of a tag", "Write it like need:lead-scoring, in lower case");
    } else if (!ids.add(id)) {
      place.problem("a second \"" + id + "\"", "Give it another id");
    }
    return id;
  }

  private Wording name(Yaml place) {
    return place.wording("name", source.languages());
  }

  private static Set<String> words(Yaml place, String key) {
    return place.find(key).<Set<String>>map(p -> new LinkedHashSet<>(p.texts())).orElse(Set.of());
  }
}
