package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.NameClaimed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.profile.Claim;
import dev.trellis.memory.InMemoryLeadFiles;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is asked about a lead when its page is opened. */
@Tag("R17")
class LeadsViewTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final InMemoryTables tables = new InMemoryTables();
  private final LeadsView view =
      new LeadsView(
          new Leads(
              new InMemoryLeadFiles(tables),
              PlaybookReader.read(Path.of("../../infra/playbook")),
              InstantSource.fixed(NOON)));

  @Test
  void whoeverWasErasedIsPossiblyTheSameAsNobody() {
    claims("L2", "+8613800138000");
    claims("L9", "+8613800138009");
    told(LeadRecord.unborn("L2"), "born", "L1", "+8613800138001");

    assertThat(view.folder("L1").orElseThrow().openClaims())
        .extracting(Claim::other)
        .containsExactly("L2");
  }

  private void claims(String other, String number) {
    var lead = new InMemoryLeadStore(tables).find("L1").orElseGet(() -> LeadRecord.unborn("L1"));
    told(lead, "claim-" + other, other, number);
  }

  private void told(LeadRecord lead, String id, String other, String number) {
    var claim = new NameClaimed(other, Identity.parse("phone:" + number));
    var event = LeadEvent.about(lead.lead(), id, NOON, Channel.SYSTEM, claim);
    var told = lead.withProfile(lead.profile().with(event));
    new InMemoryLeadStore(tables).append(new Append(event, told, List.of(), Map.of()));
  }
}
