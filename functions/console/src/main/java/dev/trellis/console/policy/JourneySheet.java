package dev.trellis.console.policy;

import module java.base;

import dev.trellis.console.policy.JourneyList.Line;
import dev.trellis.core.journey.Flow;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Step;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.playbook.Journey;

/**
 * A journey with what happens at each of its steps.
 *
 * @param steps in order, in every round
 */
public record JourneySheet(@Inline Line line, List<Figures> steps) {

  /**
   * The figures of a step.
   *
   * @param kind what it does, such as Send
   * @param waiting how many wait there now
   * @param mails how often it sent its mail; null if it sends none
   * @param skipped how often it had nothing to send; null if it sends none
   * @param then how often what it asks held, or what it waits for came (of a read: that it was
   *     read); null if it asks nothing
   * @param otherwise how often it did not; null if it asks nothing
   */
  public record Figures(
      String step, String kind, long waiting, Long mails, Long skipped, Long then, Long otherwise) {

    private static Figures of(Step step, Flow flow) {
      var id = step.id();
      var sends = step instanceof Step.Send;
      var asks =
          step instanceof Step.When
              || step instanceof Step.Await
              || step instanceof Step.AwaitRead
              || step instanceof Step.Unread;
      return new Figures(
          id,
          step.getClass().getSimpleName(),
          flow.waiting(id),
          sends ? flow.sent(id) : null,
          sends ? flow.skipped(id) : null,
          asks ? flow.then(id) : null,
          asks ? flow.otherwise(id) : null);
    }
  }

  public static JourneySheet of(Line line, Journey journey, Flow flow) {
    return new JourneySheet(
        line,
        Program.of(journey).steps().stream()
            .filter(step -> !isSilent(step))
            .map(step -> Figures.of(step, flow))
            .toList());
  }

  // What only the program needs says nothing to people.
  private static boolean isSilent(Step step) {
    return step instanceof Step.Round || step instanceof Step.Jump || step instanceof Step.Order;
  }
}
