package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.dictionary.CompanyNames;
import dev.trellis.core.dictionary.CompanyWords;
import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.dictionary.Industries;
import dev.trellis.core.dictionary.Phrases;
import dev.trellis.core.dictionary.SearchKeywords;
import dev.trellis.core.dictionary.Spelling;
import dev.trellis.core.dictionary.Titles;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.yaml.Yaml;

/** Reads {@code dictionaries/*.yaml} (R21, R26, R75, R77); a file that is missing knows nothing. */
final class DictionariesReader {

  private DictionariesReader() {}

  static Dictionaries read(Source source) {
    var spelling =
        file(source, "variants", Variants.class)
            .map(Variants::spelling)
            .orElseGet(() -> new Spelling(Map.of(), Set.of()));
    var titles = file(source, "titles", TitlesFile.class);
    var industries = file(source, "industries", IndustriesFile.class);
    var keywords = industries.map(IndustriesFile::keywords).orElse(List.of());
    return new Dictionaries(
        titles.map(file -> new Titles(spelling, file.words(spelling))).orElse(Titles.EMPTY),
        industries.map(file -> file.industries(spelling)).orElse(Industries.EMPTY),
        file(source, "keywords", Keywords.class)
            .map(file -> file.meanings(spelling))
            .orElse(SearchKeywords.EMPTY),
        file(source, "companies", Companies.class)
            .map(file -> file.names(spelling, keywords))
            .orElse(CompanyNames.EMPTY));
  }

  private static <T extends Record> Optional<T> file(Source source, String name, Class<T> type) {
    return source.find("dictionaries/" + name + ".yaml", type);
  }

  @Says("How words are spelled before they are compared.")
  record Variants(
      @Says("Pairs of a traditional character and the one it is read as, with spaces between.")
          Yaml pairs,
      @Says("Words that are passed over.") @Or Set<String> ignored)
      implements Grammar {

    private Spelling spelling() {
      var simplified = new HashMap<Integer, Integer>();
      for (var pair : pairs.text().split("\\s+")) {
        pair(pair, simplified);
      }
      return new Spelling(simplified, ignored);
    }

    private void pair(String pair, Map<Integer, Integer> simplified) {
      var characters = pair.codePoints().toArray();
      if (characters.length != 2) {
        pairs.problem(
            "\"" + pair + "\" is no pair of characters",
            "Write the traditional character and the simplified one behind it");
        return;
      }
      var other = simplified.put(characters[0], characters[1]);
      if (other != null && other != characters[1]) {
        pairs.problem(
            "\"" + Character.toString(characters[0]) + "\" stands for two characters",
            "Keep one of the pairs");
      }
    }
  }

  @Says("Industries by words in a company's name.")
  record IndustriesFile(
      @Says("The industries.") @Filled @Each("industry") Map<String, Industry> industries)
      implements Grammar {

    private static final String PERCENT = "[1-9][0-9]?|100";

    private Industries industries(Spelling spelling) {
      var all = new PhraseList<Industries.Guess>(spelling);
      industries.forEach((id, industry) ->
          industry.keywords.forEach((confidence, words) -> {
            int percent = confidence.matches(PERCENT) ? Integer.parseInt(confidence) : 1;
            for (var word : words) {
              all.add(word, List.of(id, percent), text -> new Industries.Guess(id, percent, text));
            }
          }));
      return new Industries(spelling, PhraseList.names(industries, Industry::name), all.phrases());
    }

    private List<Yaml> keywords() {
      return industries.values().stream()
          .flatMap(industry -> industry.keywords.values().stream())
          .flatMap(List::stream)
          .toList();
    }

    record Industry(
        @Says("Its id, the same as in forms.") String id,
        @Says("Its name.") Wording name,
        @Says("Words in the names of its companies, by how sure they make us, in percent.")
            @Filled
            @Keys(PERCENT)
            @Wrong(
                value = "the confidence \"%s\" is no percentage from 1 to 100",
                remedy = "Write how sure these words make us, such as \"90: […]\"")
            Map<String, List<Yaml>> keywords) {}
  }

  @Says("What someone who searched for these words needs, and in which industry.")
  record Keywords(
      @Says("Words by id of a need, as forms offer it.")
          @Filled
          @Each("keywords need")
          @Keys(Like.SLUG)
          Map<String, List<Yaml>> needs,
      @Says("Words by id of an industry.") @Filled @Each("keywords industry") @Keys(Like.SLUG)
          Map<String, List<Yaml>> industries)
      implements Grammar {

    private SearchKeywords meanings(Spelling spelling) {
      var all = new PhraseList<SearchKeywords.Meaning>(spelling);
      needs.forEach((need, words) -> join(all, words, Set.of(need), Set.of()));
      industries.forEach((industry, words) -> join(all, words, Set.of(), Set.of(industry)));
      return new SearchKeywords(spelling, all.phrases());
    }

    // One word may speak for several needs and for an industry as well.
    private static void join(
        PhraseList<SearchKeywords.Meaning> all,
        List<Yaml> words,
        Set<String> needs,
        Set<String> industries) {
      for (var word : words) {
        all.join(
            word,
            new SearchKeywords.Meaning(new TreeSet<>(needs), new TreeSet<>(industries)),
            (one, other) -> {
              one.needs().addAll(other.needs());
              one.industries().addAll(other.industries());
              return one;
            });
      }
    }
  }

  @Says("One company under its many names.")
  record Companies(
      @Says("Legal forms at the end of a name.") @Filled List<Yaml> legalForms,
      @Says("Legal forms at the beginning of a name.") @Filled List<Yaml> leadingForms,
      @Says(
              "Groups, holdings and branches, by what each is read as: related to the company, not it.")
          @Or
          Map<String, List<Yaml>> units,
      @Says("Places at either end of a name or in brackets.") @Filled List<Yaml> places,
      @Says("Other names of places, by the one that each is read as.") @Or
          Map<String, List<Yaml>> placeNames,
      @Says("What may follow a place.") @Filled List<Yaml> placeEndings,
      @Says("Words that no place ending is read in, as 市政 in 上海市政.") @Filled List<Yaml> common,
      @Says("What people write who name no company; it must be all of the name.") @Or
          List<String> placeholders,
      @Says("Domains where anybody can have an address.")
          @Filled
          @Like(value = "[a-z0-9-]+(\\.[a-z0-9-]+)+", example = "example.com")
          @Wrong("\"%s\" is no domain")
          Set<String> freeMail)
      implements Grammar {

    private CompanyNames names(Spelling spelling, List<Yaml> keywords) {
      return new CompanyNames(
          spelling,
          new CompanyWords(
              PhraseList.of(spelling, legalForms),
              PhraseList.of(spelling, leadingForms),
              meanings(spelling, units),
              places(spelling),
              PhraseList.of(spelling, placeEndings),
              PhraseList.of(spelling, Stream.of(common, keywords).flatMap(List::stream).toList()),
              placeholders.stream()
                  .map(text -> String.join(" ", spelling.words(text)))
                  .collect(Collectors.toSet()),
              freeMail));
    }

    private Phrases<String> places(Spelling spelling) {
      var all = new PhraseList<String>(spelling);
      places.forEach(place -> add(all, place, place.text()));
      placeNames.forEach((name, others) -> others.forEach(other -> add(all, other, name)));
      return all.phrases();
    }

    private static Phrases<String> meanings(Spelling spelling, Map<String, List<Yaml>> words) {
      var all = new PhraseList<String>(spelling);
      words.forEach((meaning, each) -> each.forEach(word -> add(all, word, meaning)));
      return all.phrases();
    }

    private static void add(PhraseList<String> all, Yaml word, String meaning) {
      all.add(word, meaning, _ -> meaning);
    }
  }
}
