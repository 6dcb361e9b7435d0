package dev.trellis.imports;

import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Tag;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import dev.trellis.imports.row.Draft;
import java.util.Optional;
import java.util.SortedMap;

/** By what a lead's industry or need is known, the best first (R75–R79). */
public enum Means {
  DECLARED("直接填写", "what was declared"),
  SURVEY("问卷回答", "survey answer"),
  KEYWORD("搜索关键词", "search keyword"),
  COMPANY_NAME("公司名称关键词", "company-name keyword"),
  CONTENT("浏览内容", "viewed content");

  private static final String NEED_TAG = "need:";

  private final String zh;
  private final String en;

  Means(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  String in(String language) {
    return language.equals("zh") ? zh : en;
  }

  static Optional<Means> ofIndustry(Portrait portrait) {
    var profile = portrait.profile();
    var dictionaries = portrait.playbook().dictionaries();
    return said(profile, Field.INDUSTRY)
        .or(() ->
            keyword(profile)
                .filter(phrase -> !dictionaries.keywords().of(phrase).industries().isEmpty())
                .map(_ -> KEYWORD))
        .or(() ->
            profile
                .value(Field.COMPANY)
                .flatMap(dictionaries.industries()::guess)
                .map(_ -> COMPANY_NAME));
  }

  static Optional<Means> ofNeed(Portrait portrait) {
    var profile = portrait.profile();
    var keywords = portrait.playbook().dictionaries().keywords();
    return said(profile, Field.NEED)
        .or(() ->
            keyword(profile)
                .filter(phrase -> !keywords.of(phrase).needs().isEmpty())
                .map(_ -> KEYWORD))
        .or(() ->
            portrait.tags().stream()
                .map(Tag::id)
                .filter(id -> id.startsWith(NEED_TAG))
                .findFirst()
                .map(_ -> CONTENT));
  }

  private static Optional<Means> said(Profile profile, String field) {
    return profile.fact(field).map(fact -> isFromSurvey(profile, field, fact) ? SURVEY : DECLARED);
  }

  private static boolean isFromSurvey(Profile profile, String field, Fact fact) {
    return Optional.ofNullable(profile.facts().get(Draft.FROM + field))
        .map(SortedMap::values)
        .filter(told -> told.stream().anyMatch(t -> t.event().equals(fact.event())))
        .isPresent();
  }

  private static Optional<String> keyword(Profile profile) {
    return profile.value("keyword");
  }

  /** True if a stronger word than the file's stands against it (R24). */
  static boolean isContradicted(Profile profile) {
    return profile.facts().values().stream()
        .filter(told -> told.containsKey(Authority.IMPORT))
        .anyMatch(
            told -> !told.get(told.lastKey()).value().equals(told.get(Authority.IMPORT).value()));
  }
}
