package dev.trellis.playbook.bind;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.playbook.bind.Grammar.AnyWord;
import dev.trellis.playbook.bind.Grammar.Like;
import dev.trellis.playbook.bind.Grammar.Whole;
import dev.trellis.playbook.bind.Grammar.Words;
import dev.trellis.playbook.bind.Grammar.Wrong;
import dev.trellis.playbook.yaml.Yaml;

/** One value. */
record Scalar(Function<Yaml, Object> reader, Map<String, Object> schema) implements Shape {

  private static final Map<String, Object> TEXT = Shape.json("type", "string", "minLength", 1);
  private static final Map<String, Object> WORD =
      Shape.json("type", List.of("string", "number", "boolean"));

  private static final Shape PERIOD =
      like(Scalar::ahead, "P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?", "P6M");

  private static final Map<Class<?>, Shape> TYPES =
      Map.of(
          boolean.class,
          new Scalar(Yaml::flag, Map.of("type", "boolean")),
          Yaml.class,
          new Scalar(at -> at, TEXT),
          Condition.class,
          new Scalar(ConditionReader::read, Map.of("$ref", "condition.schema.json")),
          Period.class,
          PERIOD,
          Duration.class,
          like(
              Scalar::positive,
              "P(?=[0-9T])([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?",
              "P30D"),
          LocalTime.class,
          like(
              at -> at.converted(LocalTime::parse, LocalTime.MIN, "a time of day", "\"21:00\""),
              "([01][0-9]|2[0-3]):[0-5][0-9]",
              "21:00"),
          LocalDate.class,
          like(
              at -> at.converted(LocalDate::parse, LocalDate.EPOCH, "a date", "2026-11-20"),
              "[0-9]{4}-[0-9]{2}-[0-9]{2}",
              "2026-11-20"),
          LocalDateTime.class,
          like(
              at ->
                  at.converted(
                      LocalDateTime::parse,
                      LocalDateTime.MIN,
                      "a day and a time",
                      "2026-03-02T10:00"),
              "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}",
              "2026-03-02T22:00"),
          ZoneId.class,
          like(
              at -> at.converted(Scalar::zone, ZoneId.of("UTC"), "a zone", "Asia/Shanghai"),
              ".+",
              "Asia/Shanghai"));

  /** The shape of a value of this type, or null if it is more than one value. */
  static Shape of(Class<?> type, AnnotatedElement rules) {
    if (type == String.class) {
      return text(rules);
    } else if (type == Yaml.class && rules.isAnnotationPresent(Like.class)) {
      return new Scalar(at -> at, text(rules).schema());
    }
    return type == int.class || type == Integer.class
        ? number(rules)
        : TYPES.get(type == Boolean.class ? boolean.class : type);
  }

  @Override
  public Object read(Yaml at, Reading reading) {
    return reader.apply(at);
  }

  // All but a condition are texts.
  @Override
  public boolean fits(Yaml at) {
    return schema.containsKey("$ref") ? at.isMapping() : at.isText();
  }

  private static Shape text(AnnotatedElement rules) {
    var words = rules.getAnnotation(Words.class);
    var like = rules.getAnnotation(Like.class);
    if (rules.isAnnotationPresent(AnyWord.class)) {
      return new Scalar(Yaml::text, WORD);
    } else if (words != null) {
      return new Choice(words(words), rules.getAnnotation(Wrong.class), word -> word);
    } else if (like == null) {
      var isId = rules instanceof RecordComponent component && component.getName().equals("id");
      return isId ? like(Yaml::text, Like.SLUG, "") : new Scalar(Yaml::text, TEXT);
    }
    var wrong = rules.getAnnotation(Wrong.class);
    return like(
        at -> {
          var text = at.text();
          if (wrong != null && !text.matches(like.value())) {
            wrong(at, wrong, text, "", "Write it like " + like.example());
          }
          return text;
        },
        like.value(),
        like.example());
  }

  private static List<String> words(Words words) {
    return words.of() == void.class
        ? List.of(words.value())
        : Arrays.stream(words.of().getPermittedSubclasses()).map(Class::getSimpleName).toList();
  }

  private static Shape like(Function<Yaml, Object> reader, String pattern, String example) {
    var schema = Shape.json("type", "string", "pattern", "^" + pattern + "$");
    if (!example.isEmpty()) {
      schema.put("examples", List.of(example));
    }
    return new Scalar(reader, schema);
  }

  private static Shape number(AnnotatedElement rules) {
    var bounds = rules.getAnnotation(Whole.class);
    int least = bounds == null ? 0 : bounds.least();
    int most = bounds == null ? Integer.MAX_VALUE : bounds.most();
    var schema = Shape.json("type", "integer", "minimum", least);
    if (most < Integer.MAX_VALUE) {
      schema.put("maximum", most);
    }
    var wrong = rules.getAnnotation(Wrong.class);
    var remedy = "Write " + least + (most < Integer.MAX_VALUE ? " to " + most : " or more");
    return new Scalar(
        at -> {
          int number = at.number();
          if (number < least || number > most) {
            wrong(at, wrong, number, "%s is too " + (number < least ? "little" : "much"), remedy);
          }
          return Math.clamp(number, least, most);
        },
        schema);
  }

  /** Reports a value as the annotation says it, or as usual. */
  static void wrong(Yaml at, Wrong said, Object value, String usual, String remedy) {
    at.problem(
        (said == null ? usual : said.value()).formatted(value).strip(),
        said == null || said.remedy().isEmpty() ? remedy : said.remedy());
  }

  private static Period ahead(Yaml at) {
    var period = at.period();
    if (period.isNegative()) {
      at.problem("\"" + at.text() + "\" is in the past", "Write it like P3D");
    }
    return period;
  }

  private static Duration positive(Yaml at) {
    var duration = at.duration();
    if (!duration.isPositive()) {
      at.problem("takes no time", "Write it in days or hours, such as P30D or PT12H");
    }
    return duration;
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no such zone", e);
    }
  }
}
