package dev.trellis.core.playbook;

import dev.trellis.core.journey.Journey;
import dev.trellis.core.journey.Step;
import dev.trellis.core.journey.Step.ContentQuery;
import dev.trellis.core.journey.Trigger;
import dev.trellis.core.lifecycle.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a journey and unrolls its blocks into a flat program. Step ids follow the place in the file
 * ({@code 1.lead-scoring.2.then.1}), so that adding a step at the end moves nobody.
 */
final class JourneyReader {

  private final List<Step> program = new ArrayList<>();

  private JourneyReader() {}

  static Journey read(String id, Yaml place, List<String> languages) {
    place.only("version", "name", "on", "steps");
    var reader = new JourneyReader();
    reader.block(place.list("steps"), "", Map.of(), true);
    if (reader.program.isEmpty()) {
      place.problem("the journey has no steps", "Add at least one step below \"steps:\"");
    }
    return new Journey(
        id,
        place.number("version"),
        place.wording("name", languages),
        trigger(place.get("on")),
        reader.program);
  }

  private static Trigger trigger(Yaml on) {
    on.only("enters", "submits");
    return on.has("submits")
        ? new Trigger.Submits(on.text("submits"))
        : new Trigger.Enters(on.text("enters"));
  }

  private void block(List<Yaml> steps, String above, Map<String, String> bound, boolean first) {
    int n = 0;
    for (var step : steps) {
      n++;
      step(step, above + step.textOr("id", Integer.toString(n)), bound, first);
    }
  }

  private void step(Yaml step, String id, Map<String, String> bound, boolean first) {
    if (step.has("wait")) {
      step.only("id", "wait", "first");
      if (first || !step.flag("first")) {
        program.add(new Step.Wait(id, step.get("wait").period()));
      }
    } else if (step.has("send")) {
      step.only("id", "send");
      program.add(send(step.get("send"), id, bound));
    } else if (step.has("when")) {
      step.only("id", "when", "then", "else");
      when(step, id, bound, first);
    } else if (step.has("await")) {
      step.only("id", "await", "for", "then", "else");
      await(step, id, bound, first);
    } else if (step.has("each")) {
      step.only("id", "each", "do");
      each(step, id, bound);
    } else if (step.has("hand-off")) {
      step.only("id", "hand-off");
      program.add(new Step.HandOff(id));
    } else {
      step.problem("is no step", "Use one of: wait, send, when, await, each, hand-off");
    }
  }

  private Step send(Yaml send, String id, Map<String, String> bound) {
    send.only("mail", "content", "topic", "type");
    var query =
        new ContentQuery(
            bind(send, "content", bound), bind(send, "topic", bound), bind(send, "type", bound));
    var asksForContent = send.has("content") || send.has("topic") || send.has("type");
    return new Step.Send(id, bindText(send.get("mail"), bound), asksForContent ? query : null);
  }

  private void when(Yaml step, String id, Map<String, String> bound, boolean first) {
    var condition = bind(ConditionReader.read(step.get("when")), bound);
    branch(step, id, bound, first, otherwise -> new Step.When(id, condition, otherwise));
  }

  private void await(Yaml step, String id, Map<String, String> bound, boolean first) {
    if (!step.text("await").equals("read")) {
      step.get("await").problem("cannot be awaited", "Await one of: read");
    }
    var period = step.get("for").period();
    branch(step, id, bound, first, otherwise -> new Step.AwaitRead(id, period, otherwise));
  }

  private interface Fork {
    Step to(int otherwise);
  }

  // fork → then… → jump over else → else…
  private void branch(Yaml step, String id, Map<String, String> bound, boolean first, Fork fork) {
    int at = program.size();
    program.add(fork.to(0));
    block(step.list("then"), id + ".then.", bound, first);
    int jump = program.size();
    program.add(new Step.Jump(id + ".end", 0));
    program.set(at, fork.to(program.size()));
    block(step.list("else"), id + ".else.", bound, first);
    program.set(jump, new Step.Jump(id + ".end", program.size()));
  }

  private void each(Yaml step, String id, Map<String, String> bound) {
    step.get("each")
        .map()
        .forEach((variable, values) -> {
          var first = true;
          for (var value : values.texts()) {
            var inner = new HashMap<>(bound);
            inner.put("$" + variable, value);
            block(step.list("do"), id + "." + value + ".", inner, first);
            first = false;
          }
        });
  }

  private static String bind(Yaml place, String key, Map<String, String> bound) {
    return place.find(key).map(p -> bindText(p, bound)).orElse(null);
  }

  private static String bindText(Yaml place, Map<String, String> bound) {
    return bind(place.text(), bound);
  }

  private static String bind(String text, Map<String, String> bound) {
    var out = text;
    for (var variable : bound.entrySet()) {
      out = out.replace(variable.getKey(), variable.getValue());
    }
    return out;
  }

  private static Condition bind(Condition condition, Map<String, String> bound) {
    return switch (condition) {
      case Condition.All all ->
          new Condition.All(all.parts().stream().map(p -> bind(p, bound)).toList());
      case Condition.Any any ->
          new Condition.Any(any.parts().stream().map(p -> bind(p, bound)).toList());
      case Condition.Not not -> new Condition.Not(bind(not.part(), bound));
      case Condition.Leaf(String field, Condition.In in) ->
          new Condition.Leaf(
              bind(field, bound),
              new Condition.In(in.words().stream().map(w -> bind(w, bound)).toList()));
      case Condition.Leaf(String field, Condition.Test test) ->
          new Condition.Leaf(bind(field, bound), test);
    };
  }
}
