package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadRegister;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.LeadStore.Seat;
import dev.trellis.core.port.PlacementStore.Snapshot;
import org.junit.jupiter.api.Test;

/** What whoever counts leads may expect of any {@link LeadRegister}. */
abstract class LeadRegisterContract {

  private final Ports ports = ports();
  private final LeadRegister register = ports.register();

  abstract Ports ports();

  @Test
  void showsEachLeadOnceWithItsPositionIfItHasOne() {
    var placed = Sample.stored(ports.leads()).lead();
    var unplaced = Sample.stored(ports.leads()).lead();
    ports.placements().save(placed, Sample.position("mil/high", 0), Optional.empty());

    assertThat(shown(placed, unplaced))
        .containsExactlyInAnyOrder(
            ports.placements().load(placed).orElseThrow(),
            ports.placements().load(unplaced).orElseThrow())
        .anyMatch(snapshot -> snapshot.position().isPresent());
  }

  @Test
  void leavesNobodyOutOfMany() {
    var leads = new HashSet<String>();
    for (int i = 0; i < 40; i++) {
      leads.add(Sample.stored(ports.leads()).lead());
    }
    assertThat(shown(leads.toArray(String[]::new)))
        .extracting(snapshot -> snapshot.lead().lead())
        .containsExactlyInAnyOrderElementsOf(leads);
  }

  @Test
  void countsACrowdAsOftenAsItIsToldAndTheSameOnce() {
    var code = Ids.random();
    var crowd =
        new Crowd(
            Sample.NOON,
            Channel.EXPO,
            new Origin(code, "e", "p", "c").from("network"),
            new CodeScanned(),
            2,
            1);
    var once = Ids.random();
    for (var told : List.of(once, Ids.random(), once)) {
      ports.leads().count(told, List.of(crowd), Sample.NOON);
    }

    assertThat(register.crowds().filter(c -> code.equals(c.origin().code())))
        .containsExactly(crowd.plus(crowd).anywhere());
    assertThat(register.all()).noneMatch(s -> s.lead().lead().contains("crowd"));
  }

  @Test
  void asManyAsHaveASeatAreLeads() {
    var seat = Optional.of(new Seat(Ids.random(), 2));
    var results = new ArrayList<AppendResult>();
    for (int i = 0; i < 3; i++) {
      var event = Sample.scan(Sample.identity(IdentityType.COOKIE));
      var lead = LeadRecord.unborn(Sample.lead());
      var append =
          new Append(
              event,
              Sample.after(lead, event),
              List.of(),
              Map.of(),
              List.of(),
              seat,
              Map.of(),
              Map.of());
      results.add(ports.leads().append(append));
    }
    assertThat(results)
        .containsExactly(AppendResult.APPENDED, AppendResult.APPENDED, AppendResult.CROWDED);
  }

  @Test
  void showsNobodyWhoWasMergedIntoAnotherOrErased() {
    var survivor = Sample.stored(ports.leads());
    var loser = Sample.stored(ports.leads());
    var erased = Sample.stored(ports.leads());
    ports.placements().save(loser.lead(), Sample.position("mil/high", 0), Optional.empty());
    var event = Sample.scan(Sample.identity(IdentityType.COOKIE));
    Sample.merge(ports.leads(), survivor, event, loser);
    ports.items().bury(erased.erased(Sample.NOON));

    assertThat(shown(survivor.lead(), loser.lead(), erased.lead()))
        .singleElement()
        .satisfies(s -> assertThat(s.lead().absorbed()).containsExactly(loser.lead()));
  }

  // Tests share their tables.
  private List<Snapshot> shown(String... leads) {
    var wanted = Set.of(leads);
    try (var all = register.all()) {
      return all.filter(snapshot -> wanted.contains(snapshot.lead().lead())).toList();
    }
  }
}
