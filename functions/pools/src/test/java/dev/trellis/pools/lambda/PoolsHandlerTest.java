package dev.trellis.pools.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.trellis.core.forecast.Forecast;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.core.port.sweep.Sweeps.Page;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.pools.ReviewLater;
import dev.trellis.pools.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoolsHandlerTest {

  private final World world = new World();
  private final InMemoryQueue<JourneySignal> journeys = new InMemoryQueue<>();

  @BeforeEach
  void twoLeads() {
    world.submits("Llin", true, Map.of("industry", "finance"), "phone:+8613800138000");
    world.submits("Lwang", true, Map.of("need", "lead-scoring"), "phone:+8613800138001");
  }

  @Test
  void placesTheLeadAndTellsJourneys() {
    assertThat(handle("profile-updated.json").getBatchItemFailures()).isEmpty();

    assertThat(world.tables.position("Llin").orElseThrow().placement().pool()).isEqualTo("mil/mid");
    assertThat(journeys.sent()).extracting(JourneySignal::lead).containsExactly("Llin");
  }

  @Test
  void aDeliveryThatCameBeforeIsToldAgain() {
    assertThat(handle("same-update-twice.json").getBatchItemFailures()).isEmpty();

    assertThat(journeys.sent()).extracting(JourneySignal::lead).containsExactly("Llin", "Llin");
    assertThat(world.tables.moves("Llin")).hasSize(1);
  }

  @Test
  void reportsOnlyThePoisonMessage() {
    assertThat(handle("two-leads-one-poison.json").getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("00000000-0000-4000-8000-000000000002");
    assertThat(journeys.sent()).extracting(JourneySignal::lead).containsExactly("Llin", "Lwang");
  }

  @Test
  @SuppressWarnings("unchecked")
  void aTickAsksForANewLookAtWhoIsDue() {
    var updates = new InMemoryQueue<ProfileUpdated>();
    world.timers.set("pools", "Llin", World.NOON.minusSeconds(30));
    world.timers.set("pools", "Lwang", World.NOON.plusSeconds(30));
    var nobody = new Page(List.of(), null);
    var begun = Rollout.begun("known", World.NOON, 0);
    world.rollouts.save(begun.counted(nobody, Forecast.NONE, 0, World.NOON));
    tick(updates, "known").handleRequest(Sample.read(Map.class, "tick.json"), null);

    assertThat(updates.sent()).extracting(ProfileUpdated::lead).containsExactly("Llin");
  }

  @Test
  @SuppressWarnings("unchecked")
  void aTickAsksForANewLookAtEverybodyOncePerPlaybook() {
    var updates = new InMemoryQueue<ProfileUpdated>();
    world.placing().place("Llin", false);
    world.placing().place("Lwang", false);
    for (var playbook : List.of("first", "first", "changed", "changed")) {
      tick(updates, playbook).handleRequest(Sample.read(Map.class, "tick.json"), null);
    }

    assertThat(updates.sent())
        .extracting(ProfileUpdated::lead)
        .containsExactly("Llin", "Lwang", "Llin", "Lwang");
  }

  @Test
  void whoIsSweptIsToldToJourneysWhetherOrNotTheyMoved() {
    world.placing().place("Llin", false);
    handle("swept.json");

    assertThat(journeys.sent()).extracting(JourneySignal::lead).containsExactly("Llin");
  }

  private PoolsTickHandler tick(InMemoryQueue<ProfileUpdated> updates, String playbook) {
    return new PoolsTickHandler(
        ReviewLater.tick(world.timers, updates, world.clock), world.reaching(playbook, updates));
  }

  private SQSBatchResponse handle(String sample) {
    return new PoolsHandler(world.placing(), journeys)
        .handleRequest(Sample.read(SQSEvent.class, sample), null);
  }
}
