package dev.trellis.playbook;

import dev.trellis.core.playbook.Block;
import dev.trellis.playbook.bind.ConditionReader;
import dev.trellis.playbook.yaml.Yaml;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Reads the steps of a journey, with those that stand in them. */
final class BlocksReader {

  private final BiConsumer<String, Yaml> places;

  private BlocksReader(BiConsumer<String, Yaml> places) {
    this.places = places;
  }

  /**
   * @param places takes the place of each step, by the ids that it has in the rounds around it
   */
  static List<Block> read(List<Yaml> steps, BiConsumer<String, Yaml> places) {
    return new BlocksReader(places).blocks(steps, List.of(""));
  }

  private List<Block> blocks(List<Yaml> steps, List<String> above) {
    var names = new StepNames();
    return steps.stream().flatMap(step -> block(step, names.of(step), above).stream()).toList();
  }

  private Optional<Block> block(Yaml step, String name, List<String> above) {
    above.forEach(a -> places.accept(a + name, step));
    return switch (StepNames.word(step)) {
      case "wait" -> {
        step.only("id", "wait", "first", "after");
        var isFirstOnly = step.has("first");
        if (isFirstOnly) {
          step.mustBeTrue("first");
        }
        yield Optional.of(new Block.Wait(name, PauseReader.read(step), isFirstOnly));
      }
      case "send" -> {
        step.only("id", "send", "else");
        var send = step.get("send");
        var content = ContentQueryReader.read(send);
        var otherwise = branch(step, "else", name, above);
        yield Optional.of(new Block.Send(name, send.text("mail"), content, otherwise));
      }
      case "when" -> {
        step.only("id", "when", "then", "else");
        var condition = ConditionReader.read(step.get("when"));
        var then = branch(step, "then", name, above);
        var otherwise = branch(step, "else", name, above);
        yield Optional.of(new Block.When(name, condition, then, otherwise));
      }
      case "await" -> {
        step.only("id", "await", "for", "then", "else");
        yield Optional.of(await(step, name, above));
      }
      case "each" -> {
        step.only("id", "each", "do");
        yield each(step, name, above);
      }
      case "verdict" -> {
        step.only("id", "verdict");
        var verdict = step.get("verdict");
        verdict.only("hot", "warm", "cold");
        var hot = branch(verdict, "hot", name, above);
        var warm = branch(verdict, "warm", name, above);
        var cold = branch(verdict, "cold", name, above);
        yield Optional.of(new Block.Verdict(name, hot, warm, cold));
      }
      case "enroll" -> {
        step.only("id", "enroll");
        yield Optional.of(new Block.Enroll(name, step.text("enroll")));
      }
      case "alert" -> {
        step.only("id", "alert");
        yield Optional.of(new Block.Alert(name, step.text("alert")));
      }
      case "demote" -> {
        step.only("id", "demote");
        step.mustBeTrue("demote");
        yield Optional.of(new Block.Demote(name));
      }
      case "hand-off" -> {
        step.only("id", "hand-off");
        step.mustBeTrue("hand-off");
        yield Optional.of(new Block.HandOff(name));
      }
      default -> {
        step.problem(
            found(step) + "is no step", "Use one of: " + String.join(", ", StepNames.WORDS));
        yield Optional.empty();
      }
    };
  }

  private static String found(Yaml step) {
    var words = step.isMapping() ? step.map().keySet() : Set.copyOf(step.texts());
    var quoted =
        words.stream().filter(w -> !w.equals("id") && !w.isEmpty()).map(w -> "\"" + w + "\"");
    return quoted.map(w -> w + " ").collect(Collectors.joining());
  }

  private List<Block> branch(Yaml place, String word, String name, List<String> above) {
    return blocks(place.list(word), above.stream().map(a -> a + name + "." + word + ".").toList());
  }

  private Block await(Yaml step, String name, List<String> above) {
    var period = PauseReader.period(step.get("for"));
    var await = step.get("await");
    if (await.isMapping()) {
      var condition = ConditionReader.read(await);
      var then = branch(step, "then", name, above);
      return new Block.Await(name, condition, period, then, branch(step, "else", name, above));
    }
    if (!await.text().equals("read")) {
      await.problem("cannot be awaited", "Await the word read, or a condition");
    }
    var then = branch(step, "then", name, above);
    return new Block.AwaitRead(name, period, then, branch(step, "else", name, above));
  }

  private Optional<Block> each(Yaml step, String name, List<String> above) {
    var each = step.get("each").map();
    if (each.size() != 1 || each.values().stream().anyMatch(v -> v.texts().isEmpty())) {
      step.problem(
          "repeats for no values, or for those of two names",
          "Name one list, such as each: { topic: [lead-scoring] }; for two, write one in the other");
      return Optional.empty();
    }
    var list = each.entrySet().iterator().next();
    var values = new LinkedHashSet<String>();
    for (var value : list.getValue().texts()) {
      if (!values.add(value)) {
        list.getValue().problem("repeats for \"" + value + "\" twice", "Leave one of them");
      }
    }
    var rounds =
        above.stream().flatMap(a -> values.stream().map(v -> a + name + "." + v + ".")).toList();
    var inner = step.list("do");
    return inner.isEmpty()
        ? Optional.empty() // nothing is repeated
        : Optional.of(
            new Block.Each(name, list.getKey(), List.copyOf(values), blocks(inner, rounds)));
  }
}
