package dev.trellis.playbook.check;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something in a playbook that asks about a lead.
 *
 * @param name kind and id, such as {@code pool:mil/high}
 */
record Asker(String name, Condition condition) {

  /** Every condition outside the tag scheme. */
  static List<Asker> of(Playbook playbook) {
    return Stream.of(
            playbook.stages().stream().map(s -> new Asker("stage:" + s.id(), s.when())),
            pools(playbook.pools()),
            playbook.scoring().fit().stream().map(r -> new Asker("scoring:" + r.id(), r.when())),
            playbook.accounts().exclusions().stream()
                .map(e -> new Asker("exclusion:" + e.id(), e.when())),
            playbook.journeys().values().stream()
                .flatMap(j ->
                    Program.of(j).steps().stream()
                        .filter(Step.When.class::isInstance)
                        .map(s -> new Asker("journey:" + j.id(), ((Step.When) s).condition()))))
        .flatMap(s -> s)
        .toList();
  }

  /** True if it asks for this tag. */
  boolean asksFor(String tag) {
    return tags().anyMatch(tag::equals);
  }

  /** Every tag that it asks for by name. */
  Stream<String> tags() {
    return NamesCheck.asked(condition, "tag");
  }

  private static Stream<Asker> pools(List<Pool> pools) {
    return pools.stream()
        .flatMap(p ->
            Stream.concat(Stream.of(new Asker("pool:" + p.path(), p.when())), pools(p.pools())));
  }
}
