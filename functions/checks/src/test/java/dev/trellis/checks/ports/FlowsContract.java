package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Flow;
import dev.trellis.core.port.Flows;
import dev.trellis.core.port.Flows.Waiting;
import org.junit.jupiter.api.Test;

/** What whoever looks at journeys may expect of any {@link Flows}. */
abstract class FlowsContract {

  private final Ports ports = ports();
  private final Flows flows = ports.flows();
  private final String journey = "j-" + Ids.random();

  abstract Ports ports();

  private Enrollment at(String step, int second) {
    var since = Sample.NOON.plusSeconds(second);
    return Enrollment.begun(journey, 1, "visit", Sample.NOON, since, step);
  }

  private String waits(String step, int second) {
    var lead = Sample.stored(ports.leads()).lead();
    assertThat(ports.enrollments().save(lead, at(step, second))).isTrue();
    flows.add(Map.of(journey, Flow.at(at(step, second))));
    return lead;
  }

  @Test
  void whatIsAddedIsSummedUpByJourney() {
    flows.add(Map.of(journey, Flow.at(at("one", 0)), "other-" + journey, Flow.at(at("two", 0))));
    flows.add(Map.of(journey, Flow.at(at("one", 0)).plus(Flow.at(at("one", 0).cancelled()))));
    flows.add(Map.of(journey, Flow.NONE));

    var all = flows.all();
    assertThat(all.get(journey).waiting("one")).isEqualTo(2);
    assertThat(all.get(journey).ended()).isEqualTo(Map.of("cancelled", 1L));
    assertThat(all.get("other-" + journey).waiting("two")).isEqualTo(1);
  }

  @Test
  void whoWaitsAtAStepIsListedNewestFirstPageByPage() {
    var leads = IntStream.range(0, 7).mapToObj(i -> waits("one", i)).toList().reversed();
    waits("two", 3);

    var found = new ArrayList<String>();
    String after = null;
    do {
      var page = flows.waiting(journey, "one", after, 3);
      page.entries().stream().map(Waiting::lead).forEach(found::add);
      after = page.next();
    } while (after != null);
    assertThat(found).isEqualTo(leads);
    assertThat(flows.waiting(journey, "none", null, 3).entries()).isEmpty();
  }

  @Test
  void whoGoesOnOrEndsIsListedWhereTheyAreNow() {
    var lead = waits("one", 0);
    var stored = ports.enrollments().load(lead).orElseThrow().enrollments().getFirst();
    var on = new Waiting(lead, Sample.NOON.plusSeconds(9));
    assertThat(ports.enrollments().save(lead, moved(stored, "two", on.since()))).isTrue();

    assertThat(flows.waiting(journey, "one", null, 9).entries()).isEmpty();
    assertThat(flows.waiting(journey, "two", null, 9).entries()).containsExactly(on);
    var there = ports.enrollments().load(lead).orElseThrow().enrollments().getFirst();
    assertThat(ports.enrollments().save(lead, there.cancelled())).isTrue();
    assertThat(flows.waiting(journey, "two", null, 9).entries()).isEmpty();
  }

  private static Enrollment moved(Enrollment stored, String step, Instant since) {
    return new Enrollment(
        stored.journey(),
        1,
        stored.visit(),
        stored.startedAt(),
        step,
        since,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        stored.version());
  }

  @Test
  void whoeverIsErasedWaitsNowhereHoweverOftenItIsTold() {
    var lead = waits("one", 0);
    waits("one", 1);
    ports.items().clear(lead);
    ports.items().clear(lead);

    assertThat(flows.all().get(journey).waiting("one")).isEqualTo(1);
    assertThat(flows.waiting(journey, "one", null, 9).entries())
        .extracting(Waiting::lead)
        .doesNotContain(lead);
  }
}
