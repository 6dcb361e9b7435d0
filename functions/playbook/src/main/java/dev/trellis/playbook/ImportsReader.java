package dev.trellis.playbook;

import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Imports.Column;
import dev.trellis.core.playbook.Imports.Kind;
import dev.trellis.core.playbook.Imports.Question;
import dev.trellis.playbook.yaml.Yaml;
import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code imports.yaml}. */
final class ImportsReader {

  static final String FILE = "imports.yaml";

  private final Source source;

  private ImportsReader(Source source) {
    this.source = source;
  }

  static Imports read(Source source) {
    return source.find(FILE).map(new ImportsReader(source)::imports).orElse(Imports.EMPTY);
  }

  private Imports imports(Yaml file) {
    file.only("columns", "surveys", "otherColumns", "consent", "blanks", "views", "unclassified");
    source.places().put("imports", file);
    return new Imports(
        file.list("columns").stream().map(this::column).toList(),
        file.list("surveys").stream().map(this::question).toList(),
        word(file, "otherColumns", "keep", "refuse").equals("keep"),
        consentBasis(file),
        file.find("blanks").map(Yaml::texts).orElse(List.of()).stream()
            .map(Imports::plain)
            .collect(Collectors.toUnmodifiableSet()),
        file.find("views").map(this::age).orElse(Period.ZERO),
        ConditionReader.read(file.get("unclassified")));
  }

  private Period age(Yaml views) {
    views.only("age");
    return views.get("age").period();
  }

  private static Optional<String> consentBasis(Yaml file) {
    var place = file.find("consent");
    place.ifPresent(p -> p.only("missing", "basis"));
    return place
        .filter(p -> word(p, "missing", "unknown", "given").equals("given"))
        .map(p -> p.text("basis"));
  }

  private Column column(Yaml place) {
    place.only("to", "as", "headers", "values");
    var to = place.text("to");
    source.places().put("import column " + to, place);
    return new Column(
        to,
        place.find("as").flatMap(this::kind).orElse(Kind.TEXT),
        plain(place.get("headers")),
        options(place.find("values")));
  }

  private Question question(Yaml place) {
    place.only("id", "question", "to", "answers");
    var id = place.text("id");
    source.places().put("import question " + id, place);
    return new Question(
        id, plain(place.get("question")), place.text("to"), options(place.find("answers")));
  }

  private Optional<Kind> kind(Yaml place) {
    var name = place.text();
    var found = Arrays.stream(Kind.values()).filter(k -> name.equals(lower(k))).findFirst();
    if (found.isEmpty()) {
      place.problem(
          "unknown kind of column \"" + name + "\"",
          "Use one of: "
              + Arrays.stream(Kind.values())
                  .map(ImportsReader::lower)
                  .collect(Collectors.joining(", ")));
    }
    return found;
  }

  private static String lower(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> plain(Yaml texts) {
    return texts.texts().stream().map(Imports::plain).distinct().toList();
  }

  private static Map<String, String> options(Optional<Yaml> place) {
    var options = new LinkedHashMap<String, String>();
    place.ifPresent(p ->
        p.map()
            .forEach((option, texts) ->
                texts
                    .texts()
                    .forEach(text -> {
                      var before = options.putIfAbsent(Imports.plain(text), option);
                      if (before != null && !before.equals(option)) {
                        texts.problem(
                            "\"" + text + "\" already means another option", "Write it once only");
                      }
                    })));
    return options;
  }

  private static String word(Yaml place, String key, String usual, String other) {
    var text = place.textOr(key, usual);
    if (!text.equals(usual) && !text.equals(other)) {
      place
          .get(key)
          .problem("unknown word \"" + text + "\"", "Use one of: " + usual + ", " + other);
    }
    return text;
  }
}
