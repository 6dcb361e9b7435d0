package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.Playbook;
import java.util.List;

/** Says at which step of a journey somebody stands, as HTML. */
final class StepText {

  private final Playbook playbook;
  private final Words words;
  private final Names names;

  StepText(Playbook playbook, Words words, Names names) {
    this.playbook = playbook;
    this.words = words;
    this.names = names;
  }

  /** What the lead waits for, or how the journey ended. */
  String of(Enrollment enrollment) {
    if (!enrollment.active()) {
      return Html.escape(words.name("outcome", enrollment.outcome()));
    }
    var steps =
        playbook
            .journey(enrollment.journey(), enrollment.journeyVersion())
            .map(Program::of)
            .map(program -> program.ordered(enrollment.orders()))
            .map(Program::steps)
            .orElse(List.of());
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).id().equals(enrollment.step())) {
        var step = steps.get(i);
        return said(step)
            + (step instanceof Step.Wait ? then(steps.subList(i + 1, steps.size())) : "");
      }
    }
    return Html.code(enrollment.step());
  }

  // What comes right after a wait is what the reader waits for.
  private String then(List<Step> rest) {
    return rest.stream()
        .filter(s -> !(s instanceof Step.Round))
        .findFirst()
        .map(s -> " → " + said(s))
        .orElse("");
  }

  private String said(Step step) {
    var what = Html.escape(words.name("step", step.getClass().getSimpleName()));
    return switch (step) {
      case Step.Await await -> what + words.of("：", ": ") + names.condition(await.condition());
      case Step.Send send ->
          what + " " + Html.link("/local/mails/preview/" + send.mail(), send.mail());
      case Step.Enroll enroll -> what + " " + names.journey(enroll.journey());
      default -> what;
    };
  }
}
