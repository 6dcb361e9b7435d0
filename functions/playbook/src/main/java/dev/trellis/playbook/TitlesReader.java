package dev.trellis.playbook;

import dev.trellis.core.dictionary.Phrases;
import dev.trellis.core.dictionary.Spelling;
import dev.trellis.core.dictionary.TitleWords;
import dev.trellis.core.dictionary.TitleWords.Area;
import dev.trellis.core.dictionary.Titles;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.yaml.Yaml;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code dictionaries/titles.yaml} (R26). */
final class TitlesReader {

  private final Source source;
  private final Spelling spelling;
  private final Map<String, Wording> roles = new LinkedHashMap<>();
  private final Map<String, Wording> departments = new LinkedHashMap<>();
  private final Map<String, Wording> levels = new LinkedHashMap<>();

  TitlesReader(Source source, Spelling spelling) {
    this.source = source;
    this.spelling = spelling;
  }

  TitleWords read(Yaml file) {
    file.only(
        "levels", "unranked", "deputies", "aides", "departments", "roles", "areas", "elsewhere");
    var ranks = ranks(file.get("levels"));
    for (var place : PhraseList.each(file.get("departments"))) {
      place.only("id", "name");
      name(place, "department", departments);
    }
    var titles = titles(file.get("roles"));
    var aides = file.get("aides");
    aides.only("levels", "words", "to");
    return new TitleWords(
        roles,
        departments,
        levels,
        titles,
        areas(file),
        ranks,
        PhraseList.of(spelling, file.get("deputies")),
        PhraseList.of(spelling, aides.get("words")),
        levels(aides.get("levels")),
        PhraseList.of(spelling, aides.get("to")),
        known(file.get("unranked"), file.text("unranked"), "level", levels));
  }

  private Phrases<String> ranks(Yaml list) {
    var ranks = new PhraseList<String>(spelling);
    for (var place : PhraseList.each(list)) {
      place.only("id", "name", "ranks");
      ranks.add(place.get("ranks"), name(place, "level", levels));
    }
    return ranks.phrases();
  }

  private Phrases<Titles.Match> titles(Yaml list) {
    var titles = new PhraseList<Titles.Match>(spelling);
    for (var place : PhraseList.each(list)) {
      place.only("id", "name", "titles");
      var role = name(place, "role", roles);
      place
          .get("titles")
          .map()
          .forEach((department, byLevel) -> {
            known(byLevel, department, "department", departments);
            byLevel
                .map()
                .forEach((level, words) -> {
                  known(words, level, "level", levels);
                  for (var word : PhraseList.each(words)) {
                    titles.add(
                        word,
                        List.of(role, department, level),
                        text -> new Titles.Match(role, department, level, text));
                  }
                });
          });
    }
    return titles.phrases();
  }

  private Phrases<Area> areas(Yaml file) {
    var areas = new PhraseList<Area>(spelling);
    for (var place : PhraseList.each(file.get("areas"))) {
      place.only("department", "roles", "words");
      var department =
          known(place.get("department"), place.text("department"), "department", departments);
      var roleByLevel = new HashMap<String, String>();
      place
          .get("roles")
          .map()
          .forEach((role, of) -> {
            known(of, role, "role", roles);
            levels(of)
                .forEach(level -> {
                  if (roleByLevel.put(level, role) != null) {
                    of.problem("\"" + level + "\" has two roles", "Leave it to one of them");
                  }
                });
          });
      var rolesHere = Map.copyOf(roleByLevel);
      for (var word : PhraseList.each(place.get("words"))) {
        areas.add(
            word, List.of(department, rolesHere), text -> new Area(department, rolesHere, text));
      }
    }
    for (var word : file.list("elsewhere")) {
      areas.add(word, "elsewhere", text -> new Area(null, Map.of(), text));
    }
    return areas.phrases();
  }

  private Set<String> levels(Yaml list) {
    return PhraseList.each(list).stream()
        .map(level -> known(level, level.text(), "level", levels))
        .collect(Collectors.toSet());
  }

  private String name(Yaml place, String kind, Map<String, Wording> all) {
    var id = place.text("id");
    if (all.put(id, place.wording("name", source.languages())) != null) {
      place.problem("a second " + kind + " \"" + id + "\"", "Give it another id");
    }
    return id;
  }

  private static String known(Yaml place, String id, String kind, Map<String, Wording> all) {
    if (!all.containsKey(id)) {
      place.problem(
          "there is no " + kind + " \"" + id + "\"",
          "Use one of: " + String.join(", ", all.keySet()));
    }
    return id;
  }
}
