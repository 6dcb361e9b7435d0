package dev.trellis.playbook;

import dev.trellis.core.dictionary.CompanyNames;
import dev.trellis.core.dictionary.CompanyWords;
import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.dictionary.Industries;
import dev.trellis.core.dictionary.Phrases;
import dev.trellis.core.dictionary.SearchKeywords;
import dev.trellis.core.dictionary.Spelling;
import dev.trellis.core.dictionary.Titles;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.yaml.Yaml;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code dictionaries/*.yaml} (R21, R26, R75, R77); a file that is missing knows nothing. */
final class DictionariesReader {

  private static final String INDUSTRIES = "dictionaries/industries.yaml";

  private final Source source;
  private final Spelling spelling;

  private DictionariesReader(Source source) {
    this.source = source;
    this.spelling = spelling();
  }

  static Dictionaries read(Source source) {
    return new DictionariesReader(source).dictionaries();
  }

  private Dictionaries dictionaries() {
    var industries = source.find(INDUSTRIES);
    return new Dictionaries(
        source
            .find("dictionaries/titles.yaml")
            .map(file -> new Titles(spelling, new TitlesReader(source, spelling).read(file)))
            .orElse(Titles.EMPTY),
        industries.map(this::industries).orElse(Industries.EMPTY),
        source
            .find("dictionaries/keywords.yaml")
            .map(this::searchKeywords)
            .orElse(SearchKeywords.EMPTY),
        source
            .find("dictionaries/companies.yaml")
            .map(file -> companies(file, industries.map(this::keywords).orElse(List.of())))
            .orElse(CompanyNames.EMPTY));
  }

  private Spelling spelling() {
    var simplified = new HashMap<Integer, Integer>();
    var ignored = new HashSet<String>();
    source
        .find("dictionaries/variants.yaml")
        .ifPresent(file -> {
          file.only("pairs", "ignored");
          var pairs = file.get("pairs");
          for (var pair : pairs.text().split("\\s+")) {
            pair(pairs, pair, simplified);
          }
          file.list("ignored").forEach(word -> ignored.add(word.text()));
        });
    return new Spelling(simplified, ignored);
  }

  private static void pair(Yaml place, String pair, Map<Integer, Integer> simplified) {
    var characters = pair.codePoints().toArray();
    if (characters.length != 2) {
      place.problem(
          "\"" + pair + "\" is no pair of characters",
          "Write the traditional character and the simplified one behind it");
      return;
    }
    var other = simplified.put(characters[0], characters[1]);
    if (other != null && other != characters[1]) {
      place.problem(
          "\"" + Character.toString(characters[0]) + "\" stands for two characters",
          "Keep one of the pairs");
    }
  }

  private Industries industries(Yaml file) {
    file.only("industries");
    var names = new LinkedHashMap<String, Wording>();
    var keywords = new PhraseList<Industries.Guess>(spelling);
    for (var place : PhraseList.each(file.get("industries"))) {
      place.only("id", "name", "keywords");
      var id = place.text("id");
      if (names.put(id, place.wording("name", source.languages())) != null) {
        place.problem("a second industry \"" + id + "\"", "Give it another id");
      }
      place
          .get("keywords")
          .map()
          .forEach((confidence, words) -> {
            int percent = percent(confidence, words);
            for (var word : PhraseList.each(words)) {
              keywords.add(
                  word, List.of(id, percent), text -> new Industries.Guess(id, percent, text));
            }
          });
    }
    return new Industries(spelling, names, keywords.phrases());
  }

  private static int percent(String confidence, Yaml place) {
    if (!confidence.matches("[1-9][0-9]?|100")) {
      place.problem(
          "the confidence \"" + confidence + "\" is no percentage from 1 to 100",
          "Write how sure these words make us, such as \"90: […]\"");
      return 1;
    }
    return Integer.parseInt(confidence);
  }

  /** Where each keyword of an industry stands. */
  private List<Yaml> keywords(Yaml file) {
    return file.list("industries").stream()
        .flatMap(industry -> industry.find("keywords").stream())
        .flatMap(byConfidence -> byConfidence.map().values().stream())
        .flatMap(words -> words.list().stream())
        .toList();
  }

  private SearchKeywords searchKeywords(Yaml file) {
    file.only("needs", "industries");
    var all = new PhraseList<SearchKeywords.Meaning>(spelling);
    each(file, "needs", "need", (need, word) -> join(all, word, Set.of(need), Set.of()));
    each(
        file,
        "industries",
        "industry",
        (industry, word) -> join(all, word, Set.of(), Set.of(industry)));
    return new SearchKeywords(spelling, all.phrases());
  }

  private interface Entry {
    void read(String id, Yaml word);
  }

  private void each(Yaml file, String key, String kind, Entry entry) {
    file.get(key)
        .map()
        .forEach((id, words) -> {
          source.places().put("keywords " + kind + " " + id, words);
          PhraseList.each(words).forEach(word -> entry.read(id, word));
        });
  }

  // One word may speak for several needs and for an industry as well.
  private static void join(
      PhraseList<SearchKeywords.Meaning> all,
      Yaml word,
      Set<String> needs,
      Set<String> industries) {
    all.join(
        word,
        new SearchKeywords.Meaning(new TreeSet<>(needs), new TreeSet<>(industries)),
        (one, other) -> {
          one.needs().addAll(other.needs());
          one.industries().addAll(other.industries());
          return one;
        });
  }

  private CompanyNames companies(Yaml file, List<Yaml> keywords) {
    file.only(
        "legalForms",
        "leadingForms",
        "places",
        "placeEndings",
        "common",
        "placeholders",
        "freeMail");
    var common = new PhraseList<Boolean>(spelling);
    common.add(file.get("common"), true);
    keywords.forEach(word -> common.add(word, true, _ -> true));
    return new CompanyNames(
        spelling,
        new CompanyWords(
            phrases(file, "legalForms"),
            phrases(file, "leadingForms"),
            phrases(file, "places"),
            phrases(file, "placeEndings"),
            common.phrases(),
            file.find("placeholders").map(Yaml::texts).orElse(List.of()).stream()
                .map(text -> String.join(" ", spelling.words(text)))
                .collect(Collectors.toSet()),
            PhraseList.each(file.get("freeMail")).stream()
                .map(DictionariesReader::host)
                .collect(Collectors.toSet())));
  }

  private Phrases<Boolean> phrases(Yaml file, String key) {
    return PhraseList.of(spelling, file.get(key));
  }

  private static String host(Yaml place) {
    var host = place.text();
    if (!host.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
      place.problem("\"" + host + "\" is no domain", "Write it like example.com");
    }
    return host;
  }
}
