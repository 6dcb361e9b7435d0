package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.policy.JourneyList;
import dev.trellis.console.policy.JourneySheet;
import dev.trellis.core.journey.Flow;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Cards;
import dev.trellis.core.port.Flows;
import dev.trellis.core.port.Flows.Waiting;
import dev.trellis.core.port.JourneyPauses;

/** Journeys with how people go through them, from what was counted while they went. */
public record JourneyBoard(
    Playbook playbook, AudienceView audiences, JourneyPauses pauses, Flows flows, Cards cards) {

  /** Each is read from its own item: half as many as a page of a list has. */
  private static final int PAGE = 25;

  /** All but letters. */
  public JourneyList list() {
    return list(flows.all());
  }

  private JourneyList list(Map<String, Flow> counted) {
    return JourneyList.of(playbook, audiences.counts(), counted, pauses.paused().journeys());
  }

  /** One of them with its steps; empty if there is none. */
  public Optional<JourneySheet> find(String id) {
    var counted = flows.all();
    return list(counted)
        .find(id)
        .map(line ->
            JourneySheet.of(
                line, playbook.journeys().get(id), counted.getOrDefault(id, Flow.NONE)));
  }

  /** How people go through a journey; nobody through one that is not there. */
  public Flow flow(String id) {
    return flows.all().getOrDefault(id, Flow.NONE);
  }

  /**
   * People who wait at a step of a journey, newest first.
   *
   * @param next where the list goes on, or null
   */
  public record Queue(Journey journey, String step, List<Card> cards, String next) {

    /** The same for programs. */
    public record View(String journey, String step, List<LeadList.Line> leads, String next) {}

    public View view() {
      return new View(journey.id(), step, cards.stream().map(LeadList.Line::of).toList(), next);
    }
  }

  /**
   * A page of those who wait.
   *
   * @param asked the {@code step}, and {@code after} where it goes on
   */
  public Optional<Queue> waiting(String id, Map<String, String> asked) {
    var step = asked.getOrDefault("step", "");
    return Optional.ofNullable(playbook.journeys().get(id))
        .map(journey -> {
          var page = flows.waiting(id, step, asked.get("after"), PAGE);
          var leads = page.entries().stream().map(Waiting::lead).distinct().toList();
          var found = leads.isEmpty() ? List.<Card>of() : cards.of(leads);
          var order = new HashMap<String, Integer>();
          leads.forEach(lead -> order.put(lead, order.size()));
          var sorted =
              found.stream()
                  .sorted(Comparator.comparing(card -> order.getOrDefault(card.lead(), 0)))
                  .toList();
          return new Queue(journey, step, sorted, page.next());
        });
  }
}
