package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Assignment;
import dev.trellis.core.playbook.ImportOptions;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import dev.trellis.core.playbook.TellableFields;
import dev.trellis.core.profile.Field;
import dev.trellis.playbook.yaml.Yaml;

/** What no single file can show: names that lead nowhere, leads that would have no place. */
public final class PlaybookCheck {

  private final Playbook playbook;
  private final Map<String, Yaml> places;
  private final Set<String> pools = new HashSet<>();

  public PlaybookCheck(Playbook playbook, Map<String, Yaml> places) {
    this.playbook = playbook;
    this.places = places;
  }

  public void run() {
    new StagesCheck(playbook.stages(), places).run();
    new NamesCheck(playbook, places).run();
    siblings(playbook.pools());
    returns();
    codes();
    playbook
        .forms()
        .values()
        .forEach(f ->
            places
                .get("form " + f.id())
                .names("content", f.content(), playbook.contents().keySet()));
    QuestionNames.check(playbook, places);
    new DoubleOptInCheck(playbook, places).run();
    new ContentsCheck(playbook, places, pools).run();
    new JourneyCheck(playbook, places, pools).run();
    new ScoringCheck(playbook, places).run();
    new DictionariesCheck(playbook, places).run();
    places.get("crm").names("source", playbook.handOffTo(), playbook.crmSources().keySet());
    crmFields();
    new CtaCheck(playbook, places).run();
    assignment();
    new CallsCheck(playbook, places).run();
    new ScenarioCheck(playbook, places).run();
    new AudienceCheck(playbook, places).run();
    new TagSchemeCheck(playbook, places).run();
    new ImportsCheck(playbook, places).run();
  }

  private void crmFields() {
    var tellable = new TellableFields(playbook);
    playbook
        .crmSources()
        .values()
        .forEach(source ->
            source.fields().values().stream()
                .filter(field -> !tellable.contains(field))
                .forEach(field ->
                    at(
                        "crm",
                        source.id() + " tells \"" + field + "\", which only Trellis itself sets",
                        "Take another field, or leave it out")));
    playbook.crmSources().values().forEach(source -> source.labels().forEach(this::labels));
  }

  private void labels(String field, Map<String, String> labels) {
    var options = new TreeSet<>(playbook.options(field));
    labels.forEach((label, option) -> {
      if (!options.isEmpty() && !options.contains(option)) {
        at(
            "crm",
            "the label \"" + label + "\" means \"" + option + "\", which is no option of " + field,
            "Use one of: " + String.join(", ", options));
      }
    });
  }

  private void assignment() {
    var industries = ImportOptions.of(playbook, Field.INDUSTRY).ids();
    for (var rule : playbook.assignment().rules()) {
      if (rule instanceof Assignment.Rule.Industry(var people)) {
        people.keySet().stream()
            .filter(industry -> !industries.contains(industry))
            .forEach(industry ->
                at(
                    "crm",
                    "assigns the industry \"" + industry + "\", which does not exist",
                    "Use one of: " + String.join(", ", industries)));
      }
    }
  }

  private void siblings(List<Pool> siblings) {
    if (siblings.isEmpty()) {
      return;
    }
    for (var pool : siblings) {
      if (!pools.add(pool.path())) {
        at("pool " + pool.path(), "a second pool \"" + pool.path() + "\"", "Give it another id");
      }
    }
    if (!siblings.getLast().when().equals(Condition.always())) {
      at(
          "pool " + siblings.getLast().path(),
          "the last pool of its level has a condition, so a lead may have no pool",
          "Leave \"when\" out of the last one: it takes the rest");
    }
    for (var pool : siblings.subList(0, siblings.size() - 1)) {
      if (pool.when().equals(Condition.always())) {
        at(
            "pool " + pool.path(),
            "a pool without \"when\" takes every lead, those after it get none",
            "Give it a condition or move it to the end of its level");
      }
    }
    siblings.forEach(p -> siblings(p.pools()));
  }

  private void returns() {
    playbook
        .returns()
        .forEach((reason, pool) -> leaf("return " + reason, "reason \"" + reason + "\"", pool));
    leaf("otherReturns", "otherReturns", playbook.otherReturns());
  }

  private void leaf(String place, String what, String pool) {
    if (!pools.contains(pool) || pools.stream().anyMatch(p -> p.startsWith(pool + "/"))) {
      at(
          place,
          what + " names \"" + pool + "\", which is no pool without sub-pools",
          "Use one of: " + String.join(", ", pools.stream().sorted().toList()));
    }
  }

  private void codes() {
    var inUse = new TreeSet<String>();
    playbook.codes().values().stream()
        .filter(code -> !code.retired())
        .forEach(code -> inUse.add(code.id()));
    for (var code : playbook.codes().values()) {
      if (code.form() == null && !code.retired()) {
        at("code " + code.id(), "\"form\" is missing", "Name a form, or write retired: true");
      }
      if (code.instead() != null && !code.retired()) {
        at(
            "code " + code.id(),
            "\"instead\" is not followed while the code is in use",
            "Write retired: true, or remove it");
      }
      places.get("code " + code.id()).names("code", code.instead(), inUse);
      places.get("code " + code.id()).names("event", code.event(), playbook.occasions().keySet());
      places
          .get("code " + code.id())
          .names("content", code.content(), playbook.contents().keySet());
      places.get("code " + code.id()).names("form", code.form(), playbook.forms().keySet());
    }
  }

  private void at(String place, String what, String remedy) {
    places.get(place).problem(what, remedy);
  }
}
