package dev.trellis.playbook.yaml;

import module java.base;

import dev.trellis.core.text.Wording;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A place in a YAML file: its value, and where it stands, so that every problem can be reported
 * with file and line. Asking for what is not there notes a problem and goes on with a harmless
 * value.
 */
public final class Yaml {

  private final String file;
  private final int line;
  private final Object value;
  private final List<Problem> problems;

  public Yaml(String file, int line, Object value, List<Problem> problems) {
    this.file = file;
    this.line = line;
    this.value = value;
    this.problems = problems;
  }

  public static Yaml read(Path root, String file, List<Problem> problems) {
    try {
      return parse(file, Files.readString(root.resolve(file), StandardCharsets.UTF_8), 1, problems);
    } catch (IOException e) {
      problems.add(
          new Problem(file, 1, "cannot be read", "Add it to the playbook folder as UTF-8"));
      return unreadable(file, 1);
    }
  }

  public static Yaml parse(String file, String text, int firstLine, List<Problem> problems) {
    try {
      var settings = LoadSettings.builder().setLabel(file).setAllowNonScalarKeys(true).build();
      Optional<Node> node = new Compose(settings).composeString(text);
      return node.map(n -> new YamlNodes(file, firstLine - 1, problems).read(n))
          .orElseGet(() -> new Yaml(file, firstLine, null, problems));
    } catch (YamlEngineException e) {
      var mistake = YamlMistake.of(e, text);
      int line = firstLine + mistake.line();
      problems.add(new Problem(file, line, "is not YAML: " + mistake.what(), mistake.remedy()));
      return unreadable(file, line);
    }
  }

  // What a file would have said is not missed: its one problem is told already.
  private static Yaml unreadable(String file, int line) {
    return new Yaml(file, line, null, new ArrayList<>());
  }

  /** Another value in the same place, of which no problem is told. */
  public Yaml silent(Object value) {
    return new Yaml(file, line, value, new ArrayList<>());
  }

  /** The same on another line. */
  public Yaml at(int line) {
    return new Yaml(file, line, value, problems);
  }

  public void problem(String what, String remedy) {
    problems.add(new Problem(file, line, what, remedy));
  }

  public String file() {
    return file;
  }

  /** What the file is called, without its folder and ending. */
  public String name() {
    return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
  }

  public int line() {
    return line;
  }

  public boolean isMapping() {
    return value instanceof Map;
  }

  public boolean isList() {
    return value instanceof List;
  }

  public boolean isText() {
    return value instanceof String;
  }

  public Map<String, Yaml> map() {
    if (value instanceof Map<?, ?> map) {
      var out = new LinkedHashMap<String, Yaml>();
      map.forEach((k, v) -> out.put((String) k, (Yaml) v));
      return out;
    }
    problem("is not a mapping", "Write it as \"key: value\" lines");
    return Map.of();
  }

  public List<Yaml> list() {
    if (value instanceof List<?> list) {
      var out = new ArrayList<Yaml>();
      list.forEach(v -> out.add((Yaml) v));
      return out;
    }
    problem("is not a list", "Write it as lines that start with \"- \"");
    return List.of();
  }

  public String text() {
    if (value instanceof String text) {
      return text;
    }
    problem("is not a text", "Write one value");
    return "";
  }

  /** The text, which must be one of these. */
  public String oneOf(List<String> known) {
    var word = text();
    if (!word.isEmpty() && !known.contains(word)) {
      problem("\"" + word + "\" is unknown here", "Use one of: " + String.join(", ", known));
    }
    return word;
  }

  /** The value as a list, also when it is a single text. */
  public List<String> texts() {
    return isList() ? list().stream().map(Yaml::text).toList() : List.of(text());
  }

  public Optional<Yaml> find(String key) {
    var found = map().get(key);
    return found == null || found.value == null ? Optional.empty() : Optional.of(found);
  }

  public boolean has(String key) {
    return value instanceof Map<?, ?> map && map.containsKey(key);
  }

  public Yaml get(String key) {
    return find(key)
        .orElseGet(() -> {
          problem("has no \"" + key + "\"", "Add \"" + key + ":\" to it");
          return silent(null);
        });
  }

  public String text(String key) {
    return get(key).text();
  }

  public String textOr(String key, String otherwise) {
    return find(key).map(Yaml::text).orElse(otherwise);
  }

  public int number() {
    return converted(Integer::valueOf, 1, "a whole number", "10");
  }

  public boolean flag() {
    var text = text();
    if (!text.equals("true") && !text.equals("false")) {
      problem("\"" + text + "\" is neither true nor false", "Write true or false");
    }
    return text.equals("true");
  }

  public Period period() {
    return converted(Period::parse, Period.ZERO, "a period of days, weeks or months", "P3D");
  }

  public Duration duration() {
    return converted(
        t -> t.contains("T") ? Duration.parse(t) : days(Period.parse(t)),
        Duration.ofDays(1),
        "a duration of days, weeks, hours or minutes",
        "P30D or PT12H");
  }

  /** Reports an id that names nothing of its kind; without an id there is nothing to report. */
  public void names(String kind, String id, Collection<String> all) {
    if (id != null && !all.contains(id)) {
      problem(
          "names the " + kind + " \"" + id + "\", which does not exist",
          "Use one of: " + String.join(", ", all));
    }
  }

  // A month is no fixed number of days: taking it for one would be a guess.
  private static Duration days(Period period) {
    if (period.toTotalMonths() != 0) {
      throw new IllegalArgumentException("months and years differ in length");
    }
    return Duration.ofDays(period.getDays());
  }

  public <T> T converted(Function<String, T> parse, T otherwise, String what, String example) {
    var text = text();
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      problem("\"" + text + "\" is not " + what, "Write it like " + example);
      return otherwise;
    }
  }

  /** A text per language, {@code {zh: …, en: …}}; every language must be there. */
  public Wording wording(String key, Collection<String> languages) {
    var place = get(key);
    var texts = new TreeMap<String, String>();
    if (place.isMapping()) {
      place.map().forEach((language, text) -> texts.put(language, text.text()));
      for (var language : languages) {
        if (!texts.containsKey(language)) {
          place.problem(
              "\"" + key + "\" has no text in \"" + language + "\"",
              "Add \"" + language + ": …\" beside the other languages");
        }
      }
    } else if (place.value instanceof String text) {
      languages.forEach(language -> texts.put(language, text));
    }
    return texts.isEmpty() ? new Wording(new TreeMap<>(Map.of("", ""))) : new Wording(texts);
  }

  /** Reports keys that nobody reads: a misspelt key must not pass in silence. */
  public void only(String... keys) {
    if (!isMapping()) {
      return;
    }
    var known = List.of(keys);
    map()
        .forEach((key, place) -> {
          if (!known.contains(key)) {
            place.problem("unknown key \"" + key + "\"", "Use one of: " + String.join(", ", known));
          }
        });
  }
}
