package dev.trellis.core.portrait;

import static dev.trellis.core.playbook.Fields.CERTAIN;

import module java.base;

import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.dictionary.Industries;
import dev.trellis.core.dictionary.SearchKeywords;
import dev.trellis.core.dictionary.Titles;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;

/** What follows from words that people typed: title, company name, search phrase (R26, R34). */
record Inference(
    Function<String, Optional<Titles.Match>> titles,
    Function<String, Optional<Industries.Guess>> industries,
    Function<String, SearchKeywords.Meaning> keywords) {

  /** Whoever searches for a thing may want it, or may write about it. */
  static final int KEYWORD_CONFIDENCE = 50;

  static Inference by(Dictionaries dictionaries) {
    return new Inference(
        dictionaries.titles()::find, dictionaries.industries()::guess, dictionaries.keywords()::of);
  }

  List<Attribute> of(Profile profile) {
    var all = new ArrayList<Attribute>();
    profile.fact(Field.TITLE).ifPresent(fact -> ofTitle(fact, all));
    profile.fact(Field.COMPANY).ifPresent(fact -> ofCompany(fact, all));
    profile.fact(Field.KEYWORD).ifPresent(fact -> ofKeyword(fact, all));
    return all;
  }

  // The dictionary says what a title means; it does not guess.
  private void ofTitle(Fact title, List<Attribute> all) {
    titles
        .apply(title.value())
        .ifPresent(match -> {
          var note = "title " + title.value() + " (" + match.pattern() + ")";
          add(all, Field.ROLE, match.role(), CERTAIN, title, note);
          add(all, Field.DEPARTMENT, match.department(), CERTAIN, title, note);
          add(all, Field.LEVEL, match.level(), CERTAIN, title, note);
        });
  }

  private void ofCompany(Fact company, List<Attribute> all) {
    industries
        .apply(company.value())
        .ifPresent(guess ->
            add(
                all,
                Field.INDUSTRY,
                guess.industry(),
                guess.confidencePercent(),
                company,
                "company " + company.value() + " (" + guess.keyword() + ")"));
  }

  private void ofKeyword(Fact phrase, List<Attribute> all) {
    var meaning = keywords.apply(phrase.value());
    var note = "search " + phrase.value();
    add(all, Field.NEED, joined(meaning.needs()), KEYWORD_CONFIDENCE, phrase, note);
    add(all, Field.INDUSTRY, joined(meaning.industries()), KEYWORD_CONFIDENCE, phrase, note);
  }

  private static String joined(SortedSet<String> words) {
    return String.join(",", words);
  }

  private static void add(
      List<Attribute> all, String field, String value, int confidence, Fact from, String note) {
    if (value != null && !value.isEmpty()) {
      all.add(
          new Attribute(
              field, value, Authority.INFERRED, confidence, from.at(), from.event(), note));
    }
  }
}
