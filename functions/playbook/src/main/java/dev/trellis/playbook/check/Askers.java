package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.Known;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.KeyBehaviour;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import dev.trellis.core.playbook.Scenarios;
import dev.trellis.core.profile.Field;

/** Everything in a playbook, outside the tags themselves, that asks about a lead. */
final class Askers {

  private static final String IDENTITY = "identity";

  private Askers() {}

  static List<Asker> of(Playbook playbook) {
    return Stream.of(
            playbook.stages().stream().map(s -> new Asker("stage:" + s.id(), s.when())),
            pools(playbook.pools()),
            scoring(playbook),
            playbook.accounts().exclusions().stream()
                .map(e -> new Asker("exclusion:" + e.id(), e.when())),
            journeys(playbook),
            audiences(playbook),
            playbook.scenarios().all().stream()
                .flatMap(s ->
                    s.steps().stream()
                        .flatMap(step -> step.done().stream())
                        .filter(Scenarios.Sign.Holds.class::isInstance)
                        .map(sign ->
                            new Asker("scenario:" + s.id(), ((Scenarios.Sign.Holds) sign).when()))),
            playbook.contents().values().stream()
                .filter(c -> c.industry() != null)
                .map(c ->
                    new Asker("content:" + c.id(), Asker.is(Field.INDUSTRY, Set.of(c.industry())))),
            bant(playbook))
        .flatMap(s -> s)
        .toList();
  }

  private static Leaf known(String field) {
    return new Leaf(field, new Known(true));
  }

  private static Stream<Asker> pools(List<Pool> pools) {
    return pools.stream()
        .flatMap(p ->
            Stream.concat(Stream.of(new Asker("pool:" + p.path(), p.when())), pools(p.pools())));
  }

  private static Stream<Asker> scoring(Playbook playbook) {
    var scoring = playbook.scoring();
    return Stream.of(
            scoring.fit().stream().map(r -> new Asker("scoring:" + r.id(), r.when())),
            scoring.keys().stream()
                .flatMap(key ->
                    key.signs().stream()
                        .filter(KeyBehaviour.Does.class::isInstance)
                        .map(sign ->
                            new Asker(
                                "scoring:" + key.id(),
                                Condition.always(),
                                ((KeyBehaviour.Does) sign).behaviours()))),
            Stream.of(new Asker("scoring:roles", Asker.is(Field.ROLE, scoring.roles().keySet()))))
        .flatMap(s -> s);
  }

  private static Stream<Asker> journeys(Playbook playbook) {
    return playbook.journeys().values().stream()
        .flatMap(j ->
            Program.of(j).steps().stream()
                .flatMap(Askers::asked)
                .map(asked -> new Asker("journey:" + j.id(), asked)));
  }

  // What a content is chosen by: the reader's industry, and the form they prefer.
  private static Stream<Condition> asked(Step step) {
    return switch (step) {
      case Step.When when -> Stream.of(when.condition());
      case Step.Await await -> Stream.of(await.condition());
      case Step.Send(_, _, var query, _) when query != null && query.content() == null ->
          query.ownIndustry()
              ? Stream.of(known(Field.CONTENT_FORM), known(Field.INDUSTRY))
              : Stream.of(known(Field.CONTENT_FORM));
      default -> Stream.of();
    };
  }

  // Each asks for its layer first: for partners, or that it is neither a partner nor nobody's.
  private static Stream<Asker> audiences(Playbook playbook) {
    var layers = playbook.audiences().layers();
    var words = new TreeSet<>(layers.partners());
    words.addAll(layers.nobody());
    return playbook.audiences().all().stream()
        .map(a ->
            new Asker(
                "audience:" + a.id(),
                new Condition.All(List.of(Asker.is(IDENTITY, words), a.who()))));
  }

  private static Stream<Asker> bant(Playbook playbook) {
    var bant = playbook.tagScheme().bant();
    var all = new ArrayList<Condition>();
    bant.facets().values().forEach(fields -> fields.forEach(field -> all.add(known(field))));
    if (bant.valid() != null) {
      all.add(bant.valid());
    }
    return Stream.of(new Asker("bant", new Condition.All(all)));
  }
}
