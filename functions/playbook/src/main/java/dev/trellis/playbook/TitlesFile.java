package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.dictionary.Phrases;
import dev.trellis.core.dictionary.Spelling;
import dev.trellis.core.dictionary.TitleWords;
import dev.trellis.core.dictionary.TitleWords.Area;
import dev.trellis.core.dictionary.Titles;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.yaml.Yaml;

/** {@code dictionaries/titles.yaml} (R26). */
@Says("What job titles say: role in a buying decision, department and level.")
record TitlesFile(
    Yaml at,
    @Says("From high to low.") @Filled @Each("level") Map<String, Level> levels,
    @Says("Id of the level of whoever names an area of work and no rank.") @Like(Like.SLUG)
        String unranked,
    @Says("Words that lower the level by one and keep the role.") @Filled List<Yaml> deputies,
    @Says("Those who assist somebody are not that person.") Aides aides,
    @Says("The departments.") @Filled @Each("department") Map<String, Department> departments,
    @Says("Roles in a buying decision.") @Filled @Each("role") Map<String, Role> roles,
    @Says("Fields of work: with a rank near them they make a title.") @Filled List<Field> areas,
    @Says("Fields of work that take no part in buying decisions.") @Or List<Yaml> elsewhere)
    implements Grammar {

  TitleWords words(Spelling spelling) {
    var ranks = new PhraseList<String>(spelling);
    levels.forEach((id, level) -> ranks.add(level.ranks, id));
    known(at.get("unranked"), unranked, "level", levels);
    return new TitleWords(
        PhraseList.names(roles, Role::name),
        PhraseList.names(departments, Department::name),
        PhraseList.names(levels, Level::name),
        titles(spelling),
        areas(spelling),
        ranks.phrases(),
        PhraseList.of(spelling, deputies),
        PhraseList.of(spelling, aides.words),
        levels(aides.levels),
        PhraseList.of(spelling, aides.to),
        unranked);
  }

  private Phrases<Titles.Match> titles(Spelling spelling) {
    var titles = new PhraseList<Titles.Match>(spelling);
    roles.forEach((role, entry) ->
        entry.titles.forEach((department, byLevel) -> {
          var place = entry.at.get("titles").get(department);
          known(place, department, "department", departments);
          byLevel.forEach((level, words) -> {
            known(place.get(level), level, "level", levels);
            for (var word : words) {
              titles.add(
                  word,
                  List.of(role, department, level),
                  text -> new Titles.Match(role, department, level, text));
            }
          });
        }));
    return titles.phrases();
  }

  private Phrases<Area> areas(Spelling spelling) {
    var areas = new PhraseList<Area>(spelling);
    for (var area : this.areas) {
      known(area.at.get("department"), area.department, "department", departments);
      var roleByLevel = new HashMap<String, String>();
      area.roles.forEach((role, of) -> {
        var place = area.at.get("roles").get(role);
        known(place, role, "role", roles);
        for (var level : levels(of)) {
          if (roleByLevel.put(level, role) != null) {
            place.problem("\"" + level + "\" has two roles", "Leave it to one of them");
          }
        }
      });
      var rolesHere = Map.copyOf(roleByLevel);
      for (var word : area.words) {
        areas.add(
            word,
            List.of(area.department, rolesHere),
            text -> new Area(area.department, rolesHere, text));
      }
    }
    elsewhere.forEach(word -> areas.add(word, "elsewhere", text -> new Area(null, Map.of(), text)));
    return areas.phrases();
  }

  private Set<String> levels(List<Yaml> ids) {
    ids.forEach(id -> known(id, id.text(), "level", levels));
    return ids.stream().map(Yaml::text).collect(Collectors.toSet());
  }

  private static void known(Yaml place, String id, String kind, Map<String, ?> all) {
    if (!all.containsKey(id)) {
      place.problem(
          "there is no " + kind + " \"" + id + "\"",
          "Use one of: " + String.join(", ", all.keySet()));
    }
  }

  record Level(
      @Says("Shown as the person's level.") String id,
      @Says("Its name.") Wording name,
      @Says("Words that tell this level of whoever works in an area.") @Filled List<Yaml> ranks) {}

  record Aides(
      @Says("Ids of the levels whose assistants have no role.") @Filled List<Yaml> levels,
      @Says("Words for an assistant, right behind a title.") @Filled List<Yaml> words,
      @Says("Words for an assistant, whatever title follows.") @Filled List<Yaml> to) {}

  record Department(
      @Says("Named by roles and areas.") String id, @Says("Its name.") Wording name) {}

  record Role(
      Yaml at,
      @Says("Named by areas, the decision chain and the scoring.") String id,
      @Says("Its name.") Wording name,
      @Says("Whole titles in any language, by id of a department and of a level.")
          @Filled
          @Keys(Like.SLUG)
          Map<String, Map<String, List<Yaml>>> titles) {}

  record Field(
      Yaml at,
      @Says("Id of a department above.") @Like(Like.SLUG) String department,
      @Says("Ids of levels, by the id of the role that they have here; the others have none.")
          @Filled
          @Keys(Like.SLUG)
          Map<String, List<Yaml>> roles,
      @Says("Words for this field of work.") @Filled List<Yaml> words) {}
}
