package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.ImportOptions;
import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Imports.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TellableFields;
import dev.trellis.playbook.yaml.Yaml;

/** What {@code imports.yaml} cannot show alone: headers meant twice, options that nobody offers. */
final class ImportsCheck {

  private static final String FACT = "[a-zA-Z][a-zA-Z0-9-]*(\\.[a-zA-Z0-9-]+)*";

  /** What may rest on who is unclassified. */
  private static final Set<String> AFTER =
      Set.of("unclassified", "fit", "total", "excluded", "stage");

  private final Playbook playbook;
  private final Map<String, Yaml> places;
  private final Map<String, String> headers = new HashMap<>();

  ImportsCheck(Playbook playbook, Map<String, Yaml> places) {
    this.playbook = playbook;
    this.places = places;
  }

  void run() {
    var imports = playbook.imports();
    if (imports.equals(Imports.EMPTY)) {
      return;
    }
    if (imports.columns().stream().noneMatch(c -> c.as().isIdentity())) {
      at("imports", "no column names a person", "Add one with \"as: email\" or \"as: phone\"");
    }
    imports
        .unclassified()
        .leaves()
        .map(Condition.Leaf::field)
        .filter(AFTER::contains)
        .forEach(
            field -> at("imports", "\"unclassified\" rests on " + field, "Ask for what is known"));
    imports
        .columns()
        .forEach(column -> {
          var place = "import column " + column.to();
          once(place, column.headers());
          fact(place, column.to());
          if (column.as() == Kind.CHOICE) {
            options(place, column.to(), column.values().values());
          } else if (!column.values().isEmpty()) {
            at(
                place,
                "values of something that is no choice",
                "Add \"as: choice\", or leave them out");
          }
        });
    imports
        .questions()
        .forEach(question -> {
          var place = "import question " + question.id();
          once(place, question.texts());
          fact(place, question.to());
          options(place, question.to(), question.answers().values());
        });
  }

  private void once(String place, List<String> texts) {
    for (var text : texts) {
      var other = headers.putIfAbsent(text, place);
      if (text.isEmpty()) {
        at(place, "a header without a letter", "Write it as it stands in the file");
      } else if (other != null) {
        at(
            place,
            "the header \"" + text + "\" is also one of " + other,
            "Write it once only; case, blanks and remarks in brackets make no difference");
      }
    }
  }

  private void fact(String place, String to) {
    if (!to.matches(FACT)) {
      at(place, "\"" + to + "\" is no name of a fact", "Write letters and digits, such as company");
    } else if (!new TellableFields(playbook).contains(to)) {
      at(place, "\"" + to + "\" is a fact that Trellis sets itself", "Take another name");
    }
  }

  private void options(String place, String field, Collection<String> told) {
    var offered = new TreeSet<>(ImportOptions.of(playbook, field).ids());
    for (var option : new TreeSet<>(told)) {
      if (!offered.isEmpty() && !offered.contains(option)) {
        at(
            place,
            "\"" + option + "\" is no option of " + field,
            "Use one of: " + String.join(", ", offered));
      }
    }
  }

  private void at(String place, String what, String remedy) {
    places.get(place).problem(what, remedy);
  }
}
