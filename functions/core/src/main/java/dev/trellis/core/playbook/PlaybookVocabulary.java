package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.condition.Vocabulary;
import dev.trellis.core.profile.Field;
import dev.trellis.core.text.Wording;

/**
 * What a playbook calls the fields of its conditions and the values in them (R61): its own names
 * first, then those of its forms, then Trellis' own.
 */
public final class PlaybookVocabulary implements Vocabulary {

  private static final String TOPICS = Field.NEED;

  private final Playbook playbook;
  private final String language;
  private final BuiltInNames builtIn;

  public PlaybookVocabulary(Playbook playbook, String language) {
    this.playbook = playbook;
    this.language = language;
    this.builtIn = new BuiltInNames(language);
  }

  @Override
  public String language() {
    return language;
  }

  @Override
  public String field(String id) {
    return fieldName(id).orElse(id);
  }

  @Override
  public String word(String field, String value) {
    return wordName(field, value).orElse(value);
  }

  @Override
  public Optional<String> sentence(String field, String says) {
    return builtIn.sentence(field, says);
  }

  /** The name of a field, if it has one. */
  public Optional<String> fieldName(String id) {
    return first(
            () -> Optional.ofNullable(playbook.fields().byId().get(id)).map(f -> in(f.name())),
            () -> builtIn.field(id),
            () -> composed(id),
            () -> questions(id).findFirst().map(q -> in(q.label())))
        .map(this::midSentence);
  }

  /** The name of a value of a field, if it has one. */
  public Optional<String> wordName(String field, String value) {
    return switch (field) {
      case "stage" -> stage(value);
      case "pool", Field.DEMOTED -> pool(value);
      case "tag" -> tag(value);
      case "activityGrade" ->
          playbook.tagScheme().grades().stream()
              .filter(g -> g.id().equals(value))
              .findFirst()
              .map(g -> in(g.name()));
      case "key" ->
          playbook.scoring().keys().stream()
              .filter(k -> k.id().equals(value))
              .findFirst()
              .map(k -> in(k.name()));
      case Field.CALL_OUTCOME ->
          Optional.ofNullable(playbook.calls().outcomes().get(value)).map(o -> in(o.name()));
      case "excluded" ->
          playbook.accounts().exclusions().stream()
              .filter(e -> e.id().equals(value))
              .findFirst()
              .map(e -> in(e.name()));
      case Field.ROLE ->
          playbook.accounts().chain().stream()
              .filter(r -> r.role().equals(value))
              .findFirst()
              .map(r -> in(r.name()))
              .or(() ->
                  Optional.ofNullable(playbook.dictionaries().titles().roles().get(value))
                      .map(this::in));
      case "returned", Field.CRM_REASON -> builtIn.word("reason", value);
      default ->
          first(
              () -> option(field, value),
              () -> builtIn.word(field, value),
              () -> field.startsWith(Field.JOURNEY) ? builtIn.word("journey", value) : none(),
              () ->
                  field.startsWith(Field.SUBSCRIPTION + ".")
                      ? builtIn.word(Field.SUBSCRIPTION, value)
                      : none(),
              () ->
                  field.startsWith(Field.MAILBOX + ".") || field.startsWith(Field.SOFT_BOUNCES)
                      ? builtIn.word(Field.MAILBOX, value)
                      : none());
    };
  }

  /** The name of a topic. */
  public String topic(String id) {
    return option(TOPICS, id).or(() -> builtIn.word("topic", id)).orElse(id);
  }

  /** The name of a stage, if there is one of this id. */
  public Optional<String> stage(String id) {
    return playbook.stages().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .map(s -> in(s.name()));
  }

  /** The names on the path of a pool, from the root. */
  public Optional<String> pool(String path) {
    return pool(playbook.pools(), path);
  }

  private Optional<String> pool(List<Pool> siblings, String path) {
    for (var pool : siblings) {
      if (pool.path().equals(path)) {
        return Optional.of(in(pool.name()));
      } else if (path.startsWith(pool.path() + "/")) {
        return pool(pool.pools(), path).map(below -> in(pool.name()) + " › " + below);
      }
    }
    return none();
  }

  // A tag such as need:lead-scoring says a field and one of its words.
  private Optional<String> tag(String id) {
    return composedTag(id).or(() -> playbook.tagScheme().tag(id).map(t -> in(t.name())));
  }

  private Optional<String> composedTag(String id) {
    int colon = id.indexOf(':');
    if (colon < 0) {
      return none();
    }
    var field = id.substring(0, colon);
    return wordName(field, id.substring(colon + 1))
        .flatMap(word -> fieldName(field).map(name -> name + either("：", ": ") + word));
  }

  private Optional<String> composed(String id) {
    return first(
        () ->
            after("interest.", id)
                .map(t -> either("对" + topic(t) + "的兴趣", "interest in " + topic(t))),
        () ->
            after(Field.SUBSCRIPTION + ".", id)
                .map(t -> either("对" + topic(t) + "邮件的订阅", "subscription to " + topic(t))),
        () ->
            after(Field.MAILBOX + ".", id)
                .map(a -> either("邮箱 " + a + " 的状态", "state of the mailbox " + a)),
        () ->
            after(Field.SOFT_BOUNCES, id)
                .map(a -> either("邮箱 " + a + " 的暂时退信", "soft bounces of " + a)),
        () ->
            after(Field.SUBMITTED, id)
                .flatMap(playbook::form)
                .map(f -> quoted(f.title()))
                .map(form -> either("表单" + form + "的提交", "submission of the form " + form)),
        () ->
            after(Field.JOURNEY, id)
                .map(playbook.journeys()::get)
                .map(j -> quoted(j.name()))
                .map(
                    journey -> either("旅程" + journey + "的结果", "outcome of the journey " + journey)),
        () ->
            after("source.", id)
                .flatMap(this::fieldName)
                .map(f -> either(f + "的来源", "source of " + f)),
        () ->
            after("confidence.", id)
                .flatMap(this::fieldName)
                .map(f -> either(f + "的可信度", "confidence in " + f)),
        () ->
            after("shown.", id)
                .flatMap(this::fieldName)
                .map(f -> either(f + "（含推断）", f + " (told or inferred)")));
  }

  private static Optional<String> after(String prefix, String id) {
    return id.startsWith(prefix) ? Optional.of(id.substring(prefix.length())) : none();
  }

  private Optional<String> option(String field, String value) {
    return Stream.concat(
            playbook.fields().find(field).stream().flatMap(f -> f.options().stream()),
            questions(field).flatMap(q -> q.options().stream()))
        .filter(o -> o.id().equals(value))
        .findFirst()
        .map(o -> in(o.label()));
  }

  private Stream<Form.Question> questions(String field) {
    return playbook.forms().values().stream()
        .flatMap(f -> f.questions().stream())
        .filter(q -> q.id().equals(field));
  }

  // "E-mail" begins a heading; in a sentence it is "e-mail". MQL and WeCom stay as they are.
  private String midSentence(String name) {
    var word = name.split("[ -]", 2)[0];
    return !language.equals("zh")
            && word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT))
        ? word.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
        : name;
  }

  private String quoted(Wording wording) {
    return either("「" + in(wording) + "」", "“" + in(wording) + "”");
  }

  private String in(Wording wording) {
    return wording.in(language);
  }

  private String either(String zh, String en) {
    return language.equals("zh") ? zh : en;
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private interface Lookup {
    Optional<String> find();
  }

  private static Optional<String> first(Lookup... lookups) {
    return Stream.of(lookups).map(Lookup::find).flatMap(Optional::stream).findFirst();
  }

  /** Names of the fields and words that Trellis itself sets, in one language. */
  private static final class BuiltInNames {

    private final Properties names = new Properties();

    /** The names in this language; in English if we have none in it. */
    BuiltInNames(String language) {
      var file = "names." + (language.equals("zh") ? "zh" : "en") + ".properties";
      try (var in = BuiltInNames.class.getResourceAsStream(file)) {
        names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Optional<String> field(String id) {
      return Optional.ofNullable(names.getProperty("field." + id));
    }

    Optional<String> word(String field, String value) {
      return Optional.ofNullable(names.getProperty("word." + field + "." + value));
    }

    Optional<String> sentence(String field, String says) {
      return Optional.ofNullable(names.getProperty("sentence." + field + "." + says));
    }
  }
}
