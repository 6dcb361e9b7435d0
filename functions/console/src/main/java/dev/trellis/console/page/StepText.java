package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.Playbook;

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
    var rest = from(enrollment);
    return rest.isEmpty()
        ? Html.code(enrollment.step())
        : said(rest.getFirst())
            + (rest.getFirst() instanceof Step.Wait ? then(rest.subList(1, rest.size())) : "");
  }

  /** The mail that is to be sent next; empty if the lead stands at another step. */
  Optional<Step.Send> sends(Enrollment enrollment) {
    return from(enrollment).stream()
        .limit(enrollment.active() ? 1 : 0)
        .flatMap(step -> step instanceof Step.Send send ? Stream.of(send) : Stream.empty())
        .findFirst();
  }

  // The steps from where the lead stands; none if the playbook has that one no more.
  private List<Step> from(Enrollment enrollment) {
    var steps =
        playbook
            .journey(enrollment.journey(), enrollment.journeyVersion())
            .map(Program::of)
            .map(program -> program.ordered(enrollment.orders()))
            .map(Program::steps)
            .orElse(List.of());
    return steps.stream().dropWhile(s -> !s.id().equals(enrollment.step())).toList();
  }

  // What comes right after a wait is what the reader waits for.
  private String then(List<Step> rest) {
    return rest.stream()
        .filter(s -> !(s instanceof Step.Round))
        .findFirst()
        .map(s -> " → " + said(s))
        .orElse("");
  }

  /** A step of a journey as the playbook has it now; empty if there is none. */
  Optional<Step> step(String journey, String id) {
    return Optional.ofNullable(playbook.journeys().get(journey)).stream()
        .flatMap(found -> Program.of(found).steps().stream())
        .filter(step -> step.id().equals(id))
        .findFirst();
  }

  /** What a step does, in few words. */
  String said(Step step) {
    var what = Html.escape(words.name("step", step.getClass().getSimpleName()));
    return switch (step) {
      case Step.Await await -> what + words.of("：", ": ") + names.condition(await.condition());
      case Step.Send send -> what + " " + words.mail(send.mail(), send.mail());
      case Step.Enroll enroll -> what + " " + names.journey(enroll.journey());
      default -> what;
    };
  }
}
