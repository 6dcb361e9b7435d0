package dev.trellis.core.dictionary;

import dev.trellis.core.json.RecordJson;
import dev.trellis.core.text.Wording;
import java.util.Map;
import java.util.stream.Stream;

/** What words that people type mean, in Chinese and English (R26, R75, R77). */
public record Dictionaries(
    Titles titles, Industries industries, SearchKeywords keywords, CompanyNames companies)
    implements RecordJson.Packed<Dictionaries.Words> {

  public static final Dictionaries EMPTY =
      new Dictionaries(Titles.EMPTY, Industries.EMPTY, SearchKeywords.EMPTY, CompanyNames.EMPTY);

  /** The same with its one spelling said once. */
  public record Words(
      Spelling spelling,
      TitleWords titles,
      Map<String, Wording> industries,
      Phrases<Industries.Guess> industryKeywords,
      Phrases<SearchKeywords.Meaning> searchKeywords,
      CompanyWords companies) {}

  @Override
  public Words packed() {
    var spelling =
        Stream.of(titles.spelling(), industries.spelling(), keywords.spelling())
            .filter(each -> !each.equals(Spelling.PLAIN))
            .findFirst()
            .orElse(companies.spelling());
    return new Words(
        spelling,
        titles.words(),
        industries.names(),
        industries.keywords(),
        keywords.keywords(),
        companies.words());
  }

  /** The dictionaries that are made of these words. */
  public static Dictionaries unpacked(Words words) {
    return new Dictionaries(
        new Titles(words.spelling, words.titles),
        new Industries(words.spelling, words.industries, words.industryKeywords),
        new SearchKeywords(words.spelling, words.searchKeywords),
        new CompanyNames(words.spelling, words.companies));
  }
}
