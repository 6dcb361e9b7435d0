package dev.trellis.core.dictionary;

/** What words that people type mean, in Chinese and English (R26, R75, R77). */
public record Dictionaries(
    Titles titles, Industries industries, SearchKeywords keywords, CompanyNames companies) {

  public static final Dictionaries EMPTY =
      new Dictionaries(Titles.EMPTY, Industries.EMPTY, SearchKeywords.EMPTY, CompanyNames.EMPTY);
}
