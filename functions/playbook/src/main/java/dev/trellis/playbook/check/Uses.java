package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Cta;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Scenarios;
import dev.trellis.core.playbook.Trigger;

/**
 * Where each thing of a playbook is used, found by reading it. Things are named by kind and id,
 * such as {@code mail:case}; what uses a tag says the {@link TagReport}.
 */
public final class Uses {

  /** Things that conditions ask for by a field of the same name. */
  private static final List<String> ASKED = List.of("stage", "pool");

  private final Playbook playbook;
  private final SortedMap<String, SortedSet<String>> users = new TreeMap<>();

  private Uses(Playbook playbook) {
    this.playbook = playbook;
  }

  public static Uses of(Playbook playbook) {
    var uses = new Uses(playbook);
    playbook.journeys().values().forEach(uses::journey);
    playbook.forms().values().forEach(uses::form);
    playbook.codes().values().forEach(uses::code);
    playbook.ctas().byId().values().forEach(uses::cta);
    playbook.contents().values().forEach(uses::content);
    playbook.scenarios().all().forEach(uses::scenario);
    playbook.returns().values().forEach(pool -> uses.use("returns", "pool", pool));
    uses.use("returns", "pool", playbook.otherReturns());
    Askers.of(playbook)
        .forEach(asker ->
            ASKED.forEach(kind ->
                NamesCheck.asked(asker.condition(), kind)
                    .forEach(id -> uses.use(asker.name(), kind, id))));
    TagReport.of(playbook)
        .lines()
        .forEach(line -> line.usedBy().forEach(user -> uses.use(user, "tag", line.tag().id())));
    return uses;
  }

  /** What uses a thing. */
  public SortedSet<String> of(String kind, String id) {
    return users.getOrDefault(kind + ":" + id, Collections.emptySortedSet());
  }

  // Nothing is its own user; what is not named is not used.
  private void use(String user, String kind, String id) {
    var used = kind + ":" + id;
    if (id != null && !used.equals(user)) {
      users.computeIfAbsent(used, _ -> new TreeSet<>()).add(user);
    }
  }

  private void journey(Journey journey) {
    var name =
        (journey.trigger() instanceof Trigger.Letter ? "letter:" : "journey:") + journey.id();
    use(name, "pool", journey.until());
    switch (journey.trigger()) {
      case Trigger.Enters(var pool) -> use(name, "pool", pool);
      case Trigger.Joins(var group) -> use(name, "audience", group);
      case Trigger.Letter(var group, _, _, _) -> use(name, "audience", group);
      case Trigger.Submits(var form) -> use(name, "form", form);
      case Trigger.CallsBack() -> use(name, "calls", "calls");
      case Trigger.Enrolled() -> {}
    }
    for (var step : Program.of(journey).steps()) {
      switch (step) {
        case Step.Send(_, var mail, var query, _) -> {
          use(name, "mail", mail);
          contents(query).forEach(content -> use(name, "content", content));
        }
        case Step.Enroll(_, var next) -> use(name, "journey", next);
        default -> {}
      }
    }
  }

  private Stream<String> contents(ContentQuery query) {
    if (query == null) {
      return Stream.of();
    }
    return query.content() == null
        ? Stream.concat(
            playbook.contents().values().stream().filter(query::asksFor).map(Content::id),
            Stream.ofNullable(query.fallback()))
        : Stream.of(query.content());
  }

  private void form(Form form) {
    use("form:" + form.id(), "content", form.content());
  }

  private void code(Code code) {
    var name = "code:" + code.id();
    use(name, "form", code.form());
    use(name, "content", code.content());
    use(name, "code", code.instead());
  }

  private void cta(Cta cta) {
    use("cta:" + cta.id(), cta.target().kind().name().toLowerCase(Locale.ROOT), cta.target().id());
  }

  private void content(Content content) {
    content.pools().forEach(pool -> use("content:" + content.id(), "pool", pool));
    content.tags().forEach(tag -> use("content:" + content.id(), "tag", tag));
  }

  private void scenario(Scenarios.Scenario scenario) {
    var name = "scenario:" + scenario.id();
    for (var step : scenario.steps()) {
      for (var sign : step.done()) {
        if (sign instanceof Scenarios.Sign.Happened happened) {
          happened.codes().forEach(code -> use(name, "code", code));
          happened.forms().forEach(form -> use(name, "form", form));
          happened.contents().forEach(content -> use(name, "content", content));
        }
      }
    }
  }
}
