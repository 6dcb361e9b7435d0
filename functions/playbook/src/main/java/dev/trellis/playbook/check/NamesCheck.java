package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.playbook.ImportOptions;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import dev.trellis.core.playbook.Stage;
import dev.trellis.playbook.yaml.Yaml;

/**
 * Conditions of stages, pools and audiences that a slip of the pen makes hold for nobody. Tags that
 * nobody can have are in {@link TagReport}.
 */
final class NamesCheck {

  private static final String STAGE = "stage";

  private final Playbook playbook;
  private final Map<String, Yaml> places;
  private final Askable names;
  private final Set<String> stages;

  NamesCheck(Playbook playbook, Map<String, Yaml> places) {
    this.playbook = playbook;
    this.places = places;
    this.names = new Askable(playbook);
    this.stages = new TreeSet<>(playbook.stages().stream().map(Stage::id).toList());
  }

  void run() {
    playbook.stages().forEach(s -> check("stage " + s.id(), s.when()));
    check(playbook.pools());
    // Audiences check their stages and pools by themselves.
    playbook.audiences().all().forEach(a -> check("audience " + a.id(), a.who()));
    Stream.of(playbook.settling().returned(), playbook.settling().demoted())
        .flatMap(release -> release.facts().stream())
        .distinct()
        .filter(fact -> !names.isField(fact))
        .forEach(fact -> unknown(places.get("release"), fact));
  }

  private void check(List<Pool> pools) {
    for (var pool : pools) {
      check("pool " + pool.path(), pool.when());
      words(pool.when(), STAGE, stages, places.get("pool " + pool.path()));
      check(pool.pools());
    }
  }

  private void check(String where, Condition condition) {
    var place = places.get(where);
    condition
        .leaves()
        .map(Leaf::field)
        .distinct()
        .forEach(field -> {
          if (!names.isField(field) && !field.equals("pool")) {
            unknown(place, field);
          } else {
            words(condition, field, ImportOptions.of(playbook, field).ids(), place);
          }
        });
  }

  // Without options anything may be said.
  private static void words(
      Condition condition, String field, Collection<String> options, Yaml place) {
    asked(condition, field)
        .filter(word -> !options.isEmpty() && !options.contains(word))
        .forEach(word ->
            place.problem(
                "asks for the " + field + " \"" + word + "\", which does not exist",
                "Use one of: " + String.join(", ", new TreeSet<>(options))));
  }

  /** The words that a condition asks of a field. */
  static Stream<String> asked(Condition condition, String field) {
    return condition
        .leaves()
        .filter(leaf -> leaf.field().equals(field))
        .map(Leaf::test)
        .flatMap(test -> test instanceof Condition.In(var words) ? words.stream() : Stream.of())
        .distinct()
        .sorted();
  }

  private static void unknown(Yaml place, String field) {
    place.problem(
        "asks for \"" + field + "\", which nothing ever tells",
        "Use a field of fields.yaml or of a form, or: tag, activity, fit, excluded, stage");
  }
}
