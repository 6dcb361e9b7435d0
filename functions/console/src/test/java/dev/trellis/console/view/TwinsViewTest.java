package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.NameClaimed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.memory.InMemoryCards;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryTables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R17")
class TwinsViewTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final InMemoryTables tables = new InMemoryTables();
  private final InMemoryLeadStore people = new InMemoryLeadStore(tables);
  private final TwinsView view =
      new TwinsView(new LeadSearch(new InMemoryCards(tables), null, people, null, () -> NOON));

  private void write(LeadRecord lead, LeadEvent event) {
    people.append(new Append(event, lead, List.of(), Map.of(), List.of()));
  }

  private static LeadEvent claim(String lead, String other, int minute) {
    return LeadEvent.about(
        lead,
        lead + other,
        NOON.plusSeconds(60L * minute),
        Channel.SYSTEM,
        new NameClaimed(other, Identity.parse("phone:+861380013800" + minute)));
  }

  private LeadRecord told(String lead, String other, int minute) {
    var event = claim(lead, other, minute);
    var unborn = LeadRecord.unborn(lead);
    var told = unborn.withProfile(unborn.profile().with(event));
    write(told, event);
    return told.atVersion(1);
  }

  private List<String> pairs() {
    return view.page(null).pairs().stream()
        .map(p -> p.lead() + " " + p.other() + " " + p.claimed())
        .toList();
  }

  @Test
  void aPairIsShownOnceThoughBothWereTold() {
    told("L1", "L2", 1);
    told("L2", "L1", 1);
    told("L3", "L4", 2);
    told("L4", "L3", 2);
    assertThat(pairs()).containsExactly("L4 L3 +8613800138002", "L2 L1 +8613800138001");
  }

  @Test
  void whoWasErasedIsNobodysTwinAndWhoWasAbsorbedIsStill() {
    told("L1", "L2", 1);
    told("L3", "L4", 2);
    var erased = LeadRecord.unborn("L2");
    write(erased.erased(NOON), claim("L2", "L9", 3));
    var survivor = LeadRecord.unborn("L5");
    write(survivor, claim("L5", "L9", 4));
    write(LeadRecord.unborn("L4").absorbedBy(survivor), claim("L4", "L9", 5));
    assertThat(pairs()).containsExactly("L3 L4 +8613800138002");
  }

  @Test
  void ofMoreThanFiftyThereIsAnotherPage() {
    for (int i = 100; i < 160; i++) {
      told("L" + i, "L" + (i + 1), i % 10);
    }
    told("L160", "L100", 1);
    var first = view.page(null);
    var rest = view.page(first.next().substring(first.next().indexOf('=') + 1));
    assertThat(first.pairs()).hasSize(50);
    assertThat(rest.pairs()).hasSize(11);
    assertThat(rest.next()).isNull();
  }
}
