package dev.trellis.playbook;

import module java.base;

import dev.trellis.playbook.JourneyStep.Alert;
import dev.trellis.playbook.JourneyStep.Await;
import dev.trellis.playbook.JourneyStep.Demote;
import dev.trellis.playbook.JourneyStep.Each;
import dev.trellis.playbook.JourneyStep.Enroll;
import dev.trellis.playbook.JourneyStep.HandOff;
import dev.trellis.playbook.JourneyStep.Send;
import dev.trellis.playbook.JourneyStep.Verdict;
import dev.trellis.playbook.JourneyStep.Wait;
import dev.trellis.playbook.JourneyStep.When;

/**
 * Names the steps of one block: a step without an {@code id} is called by what it does ({@code
 * wait}, {@code send-solution}), and from the second of that name in its block on by a number as
 * well ({@code wait-2}), so that a step added above or below renames no step of another name.
 */
final class StepNames {

  private final Map<String, Integer> seen = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** The step's own part of its id. */
  String of(JourneyStep step) {
    var name = step.id().map(JourneyStep.Id::text).orElseGet(() -> numbered(name(step)));
    if (!taken.add(name)) {
      step.at().problem("a second step \"" + name + "\"", "Give it another id");
    }
    return name;
  }

  private String numbered(String name) {
    int number = seen.merge(name, 1, Integer::sum);
    return number == 1 ? name : name + "-" + number;
  }

  private static String name(JourneyStep step) {
    return switch (step) {
      case Send send -> name("send", send.send().mail());
      case Alert alert -> name("alert", alert.alert());
      case Enroll enroll -> name("enroll", enroll.enroll());
      case Wait _ -> "wait";
      case When _ -> "when";
      case Await _ -> "await";
      case Each _ -> "each";
      case Verdict _ -> "verdict";
      case Demote _ -> "demote";
      case HandOff _ -> "hand-off";
    };
  }

  // What is done, as it is written: all rounds of an each call the same step the same. Dots stand
  // between the steps of an id.
  private static String name(String word, String what) {
    var plain = what.replaceAll("[$.]", "");
    return plain.startsWith(word + "-") ? plain : word + "-" + plain;
  }
}
