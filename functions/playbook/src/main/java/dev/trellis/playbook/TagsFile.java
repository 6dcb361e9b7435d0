package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.PortraitFields;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagDefinition.Computation;
import dev.trellis.core.playbook.TagScheme;
import dev.trellis.core.playbook.TagScheme.Layer;
import dev.trellis.core.playbook.TagScheme.TagBehaviour;
import dev.trellis.core.playbook.TagScheme.TagCategory;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code tags.yaml}. */
@Says("The tags a company works with: their names, what computes them, what they are for.")
record TagsFile(
    Yaml at,
    @Says("How a lead is judged by budget, authority, need and timeline.")
        Optional<TagScheme.Bant> bant,
    @Says("Grades of activity, from the most points to the fewest; the last takes the rest.") @Or
        List<Grade> grades,
    @Says("What a person does that tells us something.") @Or List<Doing> behaviours)
    implements Means<TagScheme> {

  private static final int MOST_TAGS = 1_000;
  private static final String ID = "[a-z0-9]+([:-][a-z0-9]+)*";
  private static final String LIKE_ID = "need:lead-scoring, in lower case";
  private static final String NO_ID = "\"%s\" is no id of a tag";
  private static final String USES =
      "What asks for it: stage:, pool:, scoring:, exclusion:, journey:, audience:, scenario: or"
          + " content: with an id, bant, or dossier for what sales reads.";

  @Override
  public TagScheme meaning(Reading reading) {
    var scheme =
        new TagScheme(
            behaviours.stream().map(doing -> doing.behaviour(reading)).toList(),
            descending(),
            bant.orElse(TagScheme.Bant.EMPTY));
    long tags = scheme.tags().count();
    if (tags > MOST_TAGS) {
      at.problem(
          "there are " + tags + " tags, and nobody can keep more than " + MOST_TAGS + " apart",
          "Keep the tags that something uses; what only describes a person is a field");
    }
    var ids = new HashSet<String>();
    behaviours.forEach(doing -> doing.once(ids));
    return scheme;
  }

  private List<TagScheme.Grade> descending() {
    for (int i = 1; i < grades.size(); i++) {
      if (grades.get(i - 1).atLeast <= grades.get(i).atLeast) {
        grades
            .get(i)
            .at
            .problem(
                "this grade needs no fewer points than the better one above it",
                "List grades from the most points to the fewest");
      }
    }
    if (!grades.isEmpty() && grades.getLast().atLeast > 0) {
      grades
          .getLast()
          .at
          .problem("who has fewer points gets no grade", "Leave \"atLeast\" out of the last grade");
    }
    return grades.stream().map(g -> new TagScheme.Grade(g.id, g.name, g.atLeast)).toList();
  }

  private static void once(Yaml at, String id, Set<String> ids) {
    if (!ids.add(id)) {
      at.problem("a second \"" + id + "\"", "Give it another id");
    }
  }

  // What rests on tags itself would go round in a circle.
  private static void restsOnFacts(Yaml at, Condition condition) {
    condition
        .leaves()
        .map(Condition.Leaf::field)
        .filter(PortraitFields::restsOnTags)
        .distinct()
        .forEach(field ->
            at.problem(
                "a tag's condition asks for \"" + field + "\", which may rest on tags itself",
                "Ask for facts, activity or interest instead"));
  }

  record Bant(
      Yaml at,
      @Says("Fields of the budget; the first that is known.") @OneOrMore
          Optional<List<String>> budget,
      @Says("Fields of the authority.") @OneOrMore Optional<List<String>> authority,
      @Says("Fields of the need.") @OneOrMore Optional<List<String>> need,
      @Says("Fields of the timeline.") @OneOrMore Optional<List<String>> timeline,
      @Says("When a lead is valid.") Condition valid)
      implements Means<TagScheme.Bant> {
    @Override
    public TagScheme.Bant meaning(Reading reading) {
      var facets = new LinkedHashMap<String, List<String>>();
      budget.ifPresent(fields -> facets.put("budget", fields));
      authority.ifPresent(fields -> facets.put("authority", fields));
      need.ifPresent(fields -> facets.put("need", fields));
      timeline.ifPresent(fields -> facets.put("timeline", fields));
      restsOnFacts(at.find("valid").orElse(at), valid);
      return new TagScheme.Bant(facets, valid);
    }
  }

  record Grade(
      Yaml at,
      @Says("Its id.") @Like(ID) String id,
      @Says("What people call it.") Wording name,
      @Says("Activity points.") @Or("0") int atLeast) {}

  record Doing(
      Yaml at,
      @Says("Its id.") @Like(value = ID, example = LIKE_ID) @Wrong(NO_ID) String id,
      @Says("What people call it.") Wording name,
      @Says("Questions that its tags answer.") @Filled List<Category> categories) {

    private TagBehaviour behaviour(Reading reading) {
      return new TagBehaviour(id, name, categories.stream().map(c -> c.category(reading)).toList());
    }

    private void once(Set<String> ids) {
      TagsFile.once(at, id, ids);
      for (var category : categories) {
        TagsFile.once(category.at, category.id, ids);
        for (var tag : category.tags) {
          TagsFile.once(tag.at, tag.id, ids);
          tag.tags.forEach(child -> TagsFile.once(child.at, child.id, ids));
        }
      }
    }
  }

  record Category(
      Yaml at,
      @Says("Its id.") @Like(value = ID, example = LIKE_ID) @Wrong(NO_ID) String id,
      @Says("What people call it.") Wording name,
      @Says("The layer of the portrait that shows its tags.") Layer layer,
      @Says("At most one of its tags: the first that can be computed.") boolean single,
      @Says("From this authority on a told tag is confirmed; below it, proposed.") @Or("form")
          Authority confirmedBy,
      @Says(USES) @Or Set<String> uses,
      @Says("Its tags.") @Filled List<Tag> tags) {
    private TagCategory category(Reading reading) {
      var all = tags.stream().map(t -> t.tag(null, single, uses, reading)).toList();
      return new TagCategory(id, name, layer, single, confirmedBy, all);
    }
  }

  @Says("A tag.")
  @Also("{\"anyOf\": [{\"required\": [\"from\"]}, {\"required\": [\"tags\"]}]}")
  record Tag(
      Yaml at,
      @Says("As conditions, contents and journeys name it.")
          @Like(value = ID, example = LIKE_ID)
          @Wrong(NO_ID)
          String id,
      @Says("What people call it.") Wording name,
      @Says("Ways to compute it; without any it stands when one of its children does.")
          Optional<From> from,
      @Says(USES) Optional<Set<String>> uses,
      @Says("Why the tag is kept although nothing gives or uses it yet.") @Or Wording note,
      @Says("Tags of the second level.") @Or List<Tag> tags) {

    private TagDefinition tag(String parent, boolean single, Set<String> usual, Reading reading) {
      reading.places().put("tag " + id, at);
      if (parent != null) {
        at.only("id", "name", "from", "uses", "note");
      }
      var used = uses.orElse(usual);
      if (used.isEmpty() && note == null) {
        at.problem(
            "nothing uses the tag \"" + id + "\"",
            "Name in \"uses\" what asks for it, such as journey:high-value, or say in \"note\" why it is"
                + " kept (R48)");
      }
      var ways = from.map(f -> f.computations(single)).orElse(List.of());
      if (ways.isEmpty() && tags.isEmpty()) {
        at.problem(
            "nothing computes the tag \"" + id + "\"",
            "Say in \"from\" how: content, field, when, did, read (R48)");
      }
      var children = tags.stream().map(t -> t.tag(id, false, used, reading)).toList();
      return new TagDefinition(id, name, parent, ways, used, note, children);
    }
  }

  record From(
      Yaml at,
      @Says("A content that the person read carries the tag.") boolean content,
      @Says("The shown value of a field is this word, or one of these.")
          @Or
          @OneOrMore
          @Keys(FieldsFile.Entry.NAME)
          Map<String, Set<String>> field,
      @Says("A condition holds. It may not ask for tag, fit, excluded or stage.")
          Optional<Condition> when,
      @Says("The person did one of these.") Optional<Computation.Did> did,
      @Says("The person read contents of this form, type and topic.")
          Optional<Computation.Read> read,
      @Says("No other tag of the single-valued category holds.") boolean otherwise) {

    private List<Computation> computations(boolean single) {
      var ways = new ArrayList<Computation>();
      if (content) {
        ways.add(new Computation.Carried());
      }
      field.forEach((name, words) -> ways.add(new Computation.Told(name, Set.copyOf(words))));
      when.ifPresent(condition -> {
        restsOnFacts(at.get("when"), condition);
        ways.add(new Computation.When(condition));
      });
      did.ifPresent(ways::add);
      read.ifPresent(ways::add);
      if (otherwise) {
        if (!single) {
          at.problem(
              "\"otherwise\" stands in a category whose tags do not exclude each other",
              "Add \"single: true\" to the category or say how the tag is computed");
        }
        ways.add(new Computation.Otherwise());
      }
      return ways;
    }
  }

  @Of(Computation.Did.class)
  record Did(
      @Says("Any of these.") @Filled Set<Behaviour> behaviours,
      @Says("At least so often.") @Or("1") @Whole(least = 1) int times) {}

  @Of(Computation.Read.class)
  record Read(
      @Says("Of this form.") @Or String form,
      @Says("Of this type.") @Or String type,
      @Says("About this topic.") @Or String topic,
      @Says("At least so often.") @Or("1") @Whole(least = 1) int times) {}
}
