package dev.trellis.playbook;

import dev.trellis.core.playbook.Step;
import dev.trellis.playbook.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Reads the steps of a journey and unrolls their blocks into a flat program. A step's id is its
 * {@link StepNames name} below those of the blocks around it, such as {@code
 * each.lead-scoring.when.then.send-solution}.
 */
final class ProgramReader {

  private final List<Step> program = new ArrayList<>();
  private final Map<String, Yaml> places = new HashMap<>();

  private ProgramReader() {}

  /**
   * @param places takes the place of each step, by its id
   */
  static List<Step> read(List<Yaml> steps, BiConsumer<String, Yaml> places) {
    var reader = new ProgramReader();
    reader.block(steps, "", Binding.NONE);
    reader.places.forEach(places);
    return reader.program;
  }

  private void block(List<Yaml> steps, String above, Binding bound) {
    var names = new StepNames();
    steps.forEach(step -> step(step, above + names.of(step), bound));
  }

  private void step(Yaml step, String id, Binding bound) {
    if (places.put(id, step) != null) {
      var name = id.substring(id.lastIndexOf('.') + 1);
      step.problem("a second step \"" + name + "\"", "Give it another id");
    }
    if (step.has("wait")) {
      step.only("id", "wait", "first", "after");
      var isFirstOnly = step.has("first");
      if (isFirstOnly) {
        step.mustBeTrue("first");
      }
      if (bound.isFirst() || !isFirstOnly) {
        program.add(new Step.Wait(id, PauseReader.read(step)));
      }
    } else if (step.has("send")) {
      step.only("id", "send", "else");
      send(step, id, bound);
    } else if (step.has("when")) {
      step.only("id", "when", "then", "else");
      var condition = ConditionReader.read(step.get("when")).renamed(bound::bind);
      branch(step, id, bound, otherwise -> new Step.When(id, condition, otherwise));
    } else if (step.has("await")) {
      step.only("id", "await", "for", "then", "else");
      await(step, id, bound);
    } else if (step.has("each")) {
      step.only("id", "each", "do");
      each(step, id, bound);
    } else if (step.has("verdict")) {
      step.only("id", "verdict");
      verdict(step.get("verdict"), id, bound);
    } else if (step.has("enroll")) {
      step.only("id", "enroll");
      program.add(new Step.Enroll(id, bound.text(step.get("enroll"))));
    } else if (step.has("alert")) {
      step.only("id", "alert");
      program.add(new Step.Send(id, bound.text(step.get("alert")), null, program.size() + 1));
    } else if (step.has("demote")) {
      step.only("id", "demote");
      step.mustBeTrue("demote");
      program.add(new Step.Demote(id));
    } else if (step.has("hand-off")) {
      step.only("id", "hand-off");
      step.mustBeTrue("hand-off");
      program.add(new Step.HandOff(id));
    } else {
      step.problem(found(step) + "is no step", "Use one of: " + String.join(", ", StepNames.WORDS));
    }
  }

  private static String found(Yaml step) {
    var words = step.isMapping() ? step.map().keySet() : Set.copyOf(step.texts());
    var quoted =
        words.stream().filter(w -> !w.equals("id") && !w.isEmpty()).map(w -> "\"" + w + "\"");
    return quoted.map(w -> w + " ").collect(Collectors.joining());
  }

  private void send(Yaml step, String id, Binding bound) {
    var send = step.get("send");
    var content = ContentQueryReader.read(send, bound);
    var mail = bound.text(send.get("mail"));
    int at = program.size();
    program.add(null);
    // Without an else, whoever is sent nothing goes on with the next step.
    if (step.has("else")) {
      int jump = program.size();
      program.add(null);
      int otherwise = program.size();
      block(step.list("else"), id + ".else.", bound);
      program.set(jump, new Step.Jump(id + ".end", program.size()));
      program.set(at, new Step.Send(id, mail, content, otherwise));
    } else {
      program.set(at, new Step.Send(id, mail, content, at + 1));
    }
  }

  private void await(Yaml step, String id, Binding bound) {
    var period = PauseReader.period(step.get("for"));
    var await = step.get("await");
    if (await.isMapping()) {
      var condition = ConditionReader.read(await).renamed(bound::bind);
      branch(step, id, bound, otherwise -> new Step.Await(id, condition, period, otherwise));
      return;
    }
    if (!await.text().equals("read")) {
      await.problem("cannot be awaited", "Await the word read, or a condition");
    }
    branch(step, id, bound, otherwise -> new Step.AwaitRead(id, period, otherwise));
  }

  private interface Fork {
    Step to(int otherwise);
  }

  // fork → then… → jump over else → else…
  private void branch(Yaml step, String id, Binding bound, Fork fork) {
    int at = program.size();
    program.add(fork.to(0));
    block(step.list("then"), id + ".then.", bound);
    int jump = program.size();
    program.add(new Step.Jump(id + ".end", 0));
    program.set(at, fork.to(program.size()));
    block(step.list("else"), id + ".else.", bound);
    program.set(jump, new Step.Jump(id + ".end", program.size()));
  }

  // verdict → hot… → jump to the end → warm… → jump to the end → cold…
  private void verdict(Yaml verdict, String id, Binding bound) {
    verdict.only("hot", "warm", "cold");
    int at = program.size();
    program.add(null);
    block(verdict.list("hot"), id + ".hot.", bound);
    int afterHot = program.size();
    program.add(null);
    int warm = program.size();
    block(verdict.list("warm"), id + ".warm.", bound);
    int afterWarm = program.size();
    program.add(null);
    int cold = program.size();
    block(verdict.list("cold"), id + ".cold.", bound);
    program.set(at, new Step.Verdict(id, warm, cold));
    program.set(afterHot, new Step.Jump(id + ".hot.end", program.size()));
    program.set(afterWarm, new Step.Jump(id + ".warm.end", program.size()));
  }

  private void each(Yaml step, String id, Binding bound) {
    var each = step.get("each").map();
    if (each.size() != 1 || each.values().stream().anyMatch(v -> v.texts().isEmpty())) {
      step.problem(
          "repeats for no values, or for those of two names",
          "Name one list, such as each: { topic: [lead-scoring] }; for two, write one in the other");
      return;
    }
    each.forEach((variable, values) -> {
      var first = true;
      var seen = new LinkedHashSet<String>();
      for (var value : values.texts()) {
        if (!seen.add(value)) {
          values.problem("repeats for \"" + value + "\" twice", "Leave one of them");
          continue;
        }
        round(step, id + "." + value + ".", bound.and(variable, value, first));
        first = false;
      }
    });
  }

  // A wait at the beginning comes before the round: it is how long the first one is put off.
  private void round(Yaml step, String above, Binding bound) {
    var names = new StepNames();
    var hasBegun = false;
    for (var inner : step.list("do")) {
      if (!hasBegun && !inner.has("wait")) {
        program.add(new Step.Round(above + "round"));
        hasBegun = true;
      }
      step(inner, above + names.of(inner), bound);
    }
  }
}
