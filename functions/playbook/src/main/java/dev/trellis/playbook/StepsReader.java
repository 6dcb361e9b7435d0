package dev.trellis.playbook;

import dev.trellis.core.playbook.Block;
import dev.trellis.playbook.JourneyStep.Alert;
import dev.trellis.playbook.JourneyStep.Await;
import dev.trellis.playbook.JourneyStep.Demote;
import dev.trellis.playbook.JourneyStep.Each;
import dev.trellis.playbook.JourneyStep.Enroll;
import dev.trellis.playbook.JourneyStep.HandOff;
import dev.trellis.playbook.JourneyStep.Holds;
import dev.trellis.playbook.JourneyStep.Judged;
import dev.trellis.playbook.JourneyStep.Read;
import dev.trellis.playbook.JourneyStep.Send;
import dev.trellis.playbook.JourneyStep.Verdict;
import dev.trellis.playbook.JourneyStep.Wait;
import dev.trellis.playbook.JourneyStep.When;
import dev.trellis.playbook.bind.Reading;
import java.util.List;

/**
 * Names the steps of a block, and keeps the place of each.
 *
 * @param above what the ids of these steps begin with, in each of the rounds around them
 */
record StepsReader(Reading reading, List<String> above) {

  List<Block> blocks(List<JourneyStep> steps) {
    var names = new StepNames();
    return steps.stream().map(step -> block(step, names.of(step))).toList();
  }

  private Block block(JourneyStep step, String name) {
    above.forEach(a -> reading.places().put(a + name, step.at()));
    return switch (step) {
      case Wait wait -> new Block.Wait(name, wait.pause(), wait.first().isPresent());
      case Send(_, var send, var otherwise, _) ->
          new Block.Send(name, send.mail(), send.query(), in(name + ".else", otherwise));
      case When(_, var when, var then, var otherwise, _) ->
          new Block.When(name, when, in(name + ".then", then), in(name + ".else", otherwise));
      case Await(_, var await, var period, var steps, var others, _) -> {
        var then = in(name + ".then", steps);
        var otherwise = in(name + ".else", others);
        yield switch (await) {
          case Read _ -> new Block.AwaitRead(name, period, then, otherwise);
          case Holds(var condition) -> new Block.Await(name, condition, period, then, otherwise);
        };
      }
      case Each each -> {
        var values = each.values();
        var rounds = values.stream().map(value -> name + "." + value).toList();
        yield new Block.Each(
            name,
            each.variable(),
            values,
            each.first().isPresent(),
            each.skip().isPresent(),
            in(rounds, each.steps()));
      }
      case Verdict(_, Judged(var hot, var warm, var cold), _) ->
          new Block.Verdict(
              name, in(name + ".hot", hot), in(name + ".warm", warm), in(name + ".cold", cold));
      case Enroll enroll -> new Block.Enroll(name, enroll.enroll());
      case Alert alert -> new Block.Alert(name, alert.alert());
      case Demote _ -> new Block.Demote(name);
      case HandOff _ -> new Block.HandOff(name);
    };
  }

  private List<Block> in(String name, List<JourneyStep> steps) {
    return in(List.of(name), steps);
  }

  private List<Block> in(List<String> names, List<JourneyStep> steps) {
    var rounds = above.stream().flatMap(a -> names.stream().map(name -> a + name + "."));
    return new StepsReader(reading, rounds.toList()).blocks(steps);
  }
}
