package dev.trellis.console.html;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.ConditionText;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.profile.Field;
import dev.trellis.core.text.Wording;
import java.util.List;
import java.util.Optional;

/** What people call the things of a playbook, as HTML; an id without a name stays one. */
public final class Names {

  private final Playbook playbook;
  private final Words words;
  private final PlaybookVocabulary vocabulary;

  public Names(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.vocabulary = new PlaybookVocabulary(playbook, words.language());
  }

  /** A group of the playbook; one that people built is called by its id. */
  public String group(String id) {
    return of(id, playbook.audiences().find(id).map(group -> group.name().in(words.language())));
  }

  /** A field as a heading. */
  public String field(String id) {
    return of(id, vocabulary.fieldName(id).map(Names::headline));
  }

  /** The same as text. */
  public String fieldText(String id) {
    return vocabulary.fieldName(id).map(Names::headline).orElse(id);
  }

  /** A value, or several that are joined by commas. */
  public String value(String field, String value) {
    if (value == null) {
      return "";
    }
    var parts = List.of(value.split(","));
    var known = parts.stream().flatMap(v -> word(field, v.strip()).stream()).toList();
    return Html.escape(
        known.size() == parts.size() ? words.joined(known) : word(field, value).orElse(value));
  }

  // What titles mean is named in the dictionary of titles.
  private Optional<String> word(String field, String value) {
    var titles = playbook.dictionaries().titles();
    return vocabulary
        .wordName(field, value)
        .or(() ->
            Optional.ofNullable(
                    switch (field) {
                      case Field.DEPARTMENT -> titles.departments().get(value);
                      case Field.LEVEL -> titles.levels().get(value);
                      default -> null;
                    })
                .map(name -> name.in(words.language())));
  }

  /** The name of one value, as text. */
  public String plain(String field, String value) {
    return vocabulary.word(field, value);
  }

  public String stage(String id) {
    return id == null ? "" : of(id, vocabulary.stage(id));
  }

  public String pool(String path) {
    return path == null ? "" : of(path, vocabulary.pool(path));
  }

  public String tag(String id) {
    return of(id, vocabulary.wordName("tag", id).map(Names::headline));
  }

  public String content(String id) {
    return id == null ? "" : of(id, playbook.content(id).map(Content::title));
  }

  public String journey(String id) {
    return id == null ? "" : said(id, playbook.journeys().get(id), j -> j.name());
  }

  public String form(String id) {
    return of(id, playbook.form(id).map(f -> f.title().in(words.language())));
  }

  public String occasion(String id) {
    return id == null ? "" : said(id, playbook.occasions().get(id), o -> o.name());
  }

  public String cta(String id) {
    return of(id, playbook.ctas().find(id).map(c -> c.words()));
  }

  /** A role in the decision chain. */
  public String role(String id) {
    return of(id, vocabulary.wordName(Field.ROLE, id));
  }

  public String condition(Condition condition) {
    return Html.escape(headline(new ConditionText(vocabulary).of(condition)));
  }

  private String of(String id, java.util.Optional<?> name) {
    return name.map(n -> n instanceof Wording wording ? wording.in(words.language()) : n)
        .map(Html::escape)
        .orElseGet(() -> Html.code(id));
  }

  private <T> String said(String id, T named, java.util.function.Function<T, Wording> name) {
    return of(id, Optional.ofNullable(named).map(name));
  }

  /** With a capital letter, as a heading begins. */
  public static String headline(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
