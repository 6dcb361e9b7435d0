package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.console.Samples;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.PlacementStore.Shown;
import dev.trellis.core.port.PlacementStore.Snapshot;
import dev.trellis.memory.InMemoryCards;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryPersonalItems;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is found by a question that names one person, and how far pages go. */
class LeadSearchTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));

  private static final String LIN = Ids.newLead(NOON);
  private static final String WANG = Ids.newLead(NOON.plusSeconds(1));

  private final InMemoryTables tables = new InMemoryTables();
  private final InMemoryLeadStore people = new InMemoryLeadStore(tables);
  private final LeadSearch search = new LeadSearch(new InMemoryCards(tables), people, PLAYBOOK);

  private void known(String lead, String name, String... identities) {
    var event = Samples.event("born-" + lead, NOON, new CodeScanned(), identities);
    var claims = new TreeMap<Identity, Optional<String>>();
    event.identities().forEach(identity -> claims.put(identity, Optional.empty()));
    var record = LeadRecord.unborn(lead);
    people.append(
        new Append(event, record.withProfile(record.profile().with(event)), List.of(), claims));
    var placement = new Placement("mil", "mil/low", List.of(), List.of(), null);
    var card =
        new Card(
            lead,
            name,
            null,
            null,
            null,
            "mil",
            "mil/low",
            NOON,
            "cold",
            1,
            LocalDate.EPOCH,
            null,
            null,
            null);
    new InMemoryPlacementStore(tables)
        .save(
            new Snapshot(LeadRecord.unborn(lead), Optional.empty()),
            Position.of(placement, new TreeMap<>(), 0).in(new TreeMap<>()),
            Optional.of(new Shown(card, new TreeMap<>())),
            Optional.empty());
  }

  private List<String> found(String question) {
    return search.page(Map.of("q", question)).lines().stream().map(LeadList.Line::id).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lin@example.com",
        " LIN@Example.com ",
        "138 0013 8000",
        "+8613800138000",
        "o-123",
        "openid:o-123",
        "7701",
        "stand-in/7701",
        "crm:stand-in/7701",
        "lin"
      })
  void findsAPersonByWhateverNamesThem(String question) {
    known(
        LIN,
        "Lin",
        "email:lin@example.com",
        "phone:+8613800138000",
        "openid:o-123",
        "crm:stand-in/7701");
    known(
        WANG,
        "Wang",
        "email:wang@example.com",
        "phone:+8613800138001",
        "openid:o-124",
        "crm:stand-in/7801");

    assertThat(found(question)).containsExactly(LIN);
  }

  @Test
  void findsWhoeverALeadHasBecomeAndNobodyWhoWasErased() {
    known(LIN, "Lin", "email:lin@example.com");
    known(WANG, "Wang", "email:wang@example.com");
    var loser = people.find(WANG).orElseThrow();
    var survivor = people.find(LIN).orElseThrow();
    var joining = Samples.event("joining", NOON, new CodeScanned(), "cookie:shared");
    people.append(new Append(joining, survivor.absorbing(loser), List.of(loser), Map.of()));
    assertThat(found(WANG)).containsExactly(LIN);
    assertThat(found("wang@example.com")).containsExactly(LIN);

    var items = new InMemoryPersonalItems(tables);
    items.bury(people.find(LIN).orElseThrow().erased(NOON));
    items.clear(LIN);
    assertThat(found(LIN)).isEmpty();
    assertThat(found(WANG)).isEmpty();
    assertThat(found("lin@example.com")).isEmpty();
  }

  @Test
  void refusesALimitThatIsNone() {
    for (var limit : List.of("0", "201", "many")) {
      assertThatThrownBy(() -> search.page(Map.of("limit", limit)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
