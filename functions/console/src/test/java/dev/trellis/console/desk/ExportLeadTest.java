package dev.trellis.console.desk;

import static dev.trellis.console.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.journey.Why;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.lifecycle.Reason.InPool;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.MailLedger;
import dev.trellis.memory.InMemoryAccountStore;
import dev.trellis.memory.InMemoryLeadFiles;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryMailLedger;
import dev.trellis.memory.InMemoryPersonalItems;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryTables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R17")
class ExportLeadTest {

  private final InMemoryTables tables = new InMemoryTables();
  private final InMemoryLeadStore store = new InMemoryLeadStore(tables);
  private final InMemoryPersonalItems items = new InMemoryPersonalItems(tables);
  private final ExportLead export =
      new ExportLead(new InMemoryLeadFiles(tables), store, items, new InMemoryAccountStore(tables));

  @Test
  void theExportHoldsEveryItemAndEveryName() {
    var answers = new TreeMap<>(Map.of("company", "canary works"));
    var form = new FormSubmitted("summit-deck", answers, true, "zh", null);
    tell("L1", Samples.event("e1", T0, form, "cookie:canary-desk", "email:canary@example.com"));
    tell("L2", Samples.event("e2", T0, form, "cookie:canary-phone"));
    tell("L3", Samples.event("e3", T0, form, "email:wang@example.com"));
    var said = new CallRecorded("ann", "reached", new TreeMap<>(Map.of("remark", "canary said")));
    tell("L1", Samples.event("e4", T0, said, "email:canary@example.com"), "L2");
    var move =
        new Move(
            "m",
            T0,
            null,
            null,
            "mil",
            "mil/low",
            List.of(new InPool("mil/low", Condition.parse("company is canary"))));
    var placement = new Placement("mil", "mil/low", List.of(), List.of(), null);
    new InMemoryPlacementStore(tables)
        .save("L2", Position.of(placement, new TreeMap<>(), 0), Optional.of(move));
    new InMemoryMailLedger(tables).claim(mail("Dear Canary"), "key");

    var document = export.export("L2").orElseThrow();
    var tree = Json.parse(document);

    assertThat(tree.get("lead")).isEqualTo("L1");
    assertThat((List<?>) tree.get("identities"))
        .hasSize(3)
        .asString()
        .contains("canary@example.com", "cookie:canary-desk", "cookie:canary-phone");
    assertThat((List<?>) tree.get("items")).hasSize(2 + 3 + 3);
    assertThat(document)
        .contains("Dear Canary", "\"words\":[\"canary\"]", "canary said")
        .doesNotContain("wang", "L3");
    items.bury(store.find("L1").orElseThrow().erased(T0));
    assertThat(export.export("L2")).isEmpty();
    assertThat(export.export("L9")).isEmpty();
  }

  private void tell(String lead, LeadEvent event, String... absorbed) {
    var read = store.find(lead).orElse(LeadRecord.unborn(lead));
    var after = read;
    var losers = List.of(absorbed).stream().map(l -> store.find(l).orElseThrow()).toList();
    var claims = new HashMap<Identity, Optional<String>>();
    event.identities().forEach(i -> claims.put(i, owner(i)));
    for (var loser : losers) {
      after = after.absorbing(loser);
      loser.profile().identities().forEach(i -> claims.put(i, owner(i)));
    }
    after = after.withProfile(after.profile().with(event));
    store.append(new Append(event, after, losers, claims));
  }

  private Optional<String> owner(Identity identity) {
    return Optional.ofNullable(
        store.owners(new java.util.TreeSet<>(List.of(identity))).get(identity));
  }

  private static MailLedger.Entry mail(String subject) {
    return new MailLedger.Entry(
        "s",
        "L1",
        MailLedger.State.SENT,
        "o",
        T0,
        "j",
        "1",
        "m",
        "c",
        Why.parse("w"),
        subject,
        null,
        null,
        false);
  }
}
