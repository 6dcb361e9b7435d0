package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.console.Samples;
import dev.trellis.console.html.Words;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.PlacementStore.Shown;
import dev.trellis.core.port.PlacementStore.Snapshot;
import dev.trellis.memory.InMemoryCards;
import dev.trellis.memory.InMemoryGroups;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryMembers;
import dev.trellis.memory.InMemoryPersonalItems;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is found by a question that names one person, and how far pages go. */
class LeadSearchTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));

  private static final String LIN = Ids.newLead(NOON);
  private static final String WANG = Ids.newLead(NOON.plusSeconds(1));

  private final InMemoryTables tables = new InMemoryTables();
  private final InMemoryLeadStore people = new InMemoryLeadStore(tables);
  private final LeadSearch search =
      new LeadSearch(
          new InMemoryCards(tables),
          new AudienceView(new InMemoryMembers(tables), new InMemoryGroups(tables), PLAYBOOK),
          people,
          PLAYBOOK,
          InstantSource.fixed(NOON));

  private void known(String lead, String name, String... identities) {
    known(lead, name, null, null, Map.of(), identities);
  }

  private void known(
      String lead,
      String name,
      String grade,
      LocalDate touch,
      Map<String, Instant> groups,
      String... identities) {
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
            touch,
            null,
            grade,
            null,
            null);
    var memberships = new TreeMap<String, Membership>();
    groups.forEach((group, since) ->
        memberships.put(
            group, new Membership(group, since, Condition.parse("email known"), new TreeMap<>())));
    new InMemoryPlacementStore(tables)
        .save(
            new Snapshot(LeadRecord.unborn(lead), Optional.empty()),
            Position.of(placement, new TreeMap<>(), 0).in(new TreeMap<>(groups)),
            Optional.of(new Shown(card, memberships)),
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

  private List<String> listed(String... asked) {
    var question = new TreeMap<String, String>();
    for (int i = 0; i < asked.length; i += 2) {
      question.put(asked[i], asked[i + 1]);
    }
    return search.page(question).lines().stream().map(LeadList.Line::id).toList();
  }

  @Test
  @Tag("R50")
  @Tag("R61")
  void theListIsFilteredByGroupGradeAndLastTouch() {
    var today = LocalDate.parse("2026-03-02");
    var other = Ids.newLead(NOON.plusSeconds(2));
    known(LIN, "Lin", "A1", today.minusDays(30), Map.of("cfos", NOON));
    known(WANG, "Wang", "B3", today.minusDays(31), Map.of("cfos", NOON.plusSeconds(1)));
    known(other, "Zhao", "A1", null, Map.of());

    assertThat(listed("group", "cfos")).containsExactly(WANG, LIN);
    assertThat(listed("group", "cfos", "grade", "A1")).containsExactly(LIN);
    assertThat(listed("group", "cfos", "q", "wang", "pool", "mil")).containsExactly(WANG);
    assertThat(listed("grade", "A1")).containsExactly(other, LIN);
    assertThat(listed("group", "cfos", "order", "oldest")).containsExactly(LIN, WANG);
    assertThat(listed("order", "oldest")).containsExactly(LIN, WANG, other);
    assertThat(listed("touch", "30")).containsExactly(LIN);
    assertThat(listed("touch", "31")).containsExactly(WANG, LIN);
    assertThat(listed("touch", "over-30")).containsExactly(other, WANG);
    assertThat(listed("tag", "need:lead-scoring")).isEmpty();
    assertThatThrownBy(() -> listed("touch", "soon")).isInstanceOf(IllegalArgumentException.class);

    var words = new Words("en", ZoneOffset.UTC);
    assertThat(LeadCsv.text(search, Map.of("group", "cfos", "grade", "A1"), words).lines())
        .hasSize(2)
        .last()
        .asString()
        .contains(LIN);
  }

  @ParameterizedTest
  @CsvSource({
    "stage, vip, mql",
    "pool, mil/nowhere, mil/low",
    "heat, boiling, warm",
    "grade, Z9, B2",
    "tag, need:world-peace, need:lead-scoring",
    "touch, soon, days",
    "callback, never, due",
    "group, nobodies, upgrade",
    "limit, many, 200"
  })
  void whatThereIsNotIsRefusedWithWhatThereIs(String filter, String value, String known) {
    known(LIN, "Lin", "email:lin@example.com");
    assertThatThrownBy(() -> search.page(Map.of(filter, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(filter + " is ")
        .hasMessageContaining(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "%", "–", "..."})
  void signsAloneFindNobody(String question) {
    known(LIN, "Lin", "email:lin@example.com");
    assertThat(found(question)).isEmpty();
    assertThat(search.page(Map.of("company", question)).lines()).isEmpty();
    assertThat(listed("q", " ")).as("who asks nothing gets all").containsExactly(LIN);
  }

  @Test
  void refusesALimitThatIsNone() {
    for (var limit : List.of("0", "201", "many")) {
      assertThatThrownBy(() -> search.page(Map.of("limit", limit)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theTableForSpreadsheetsHasAllOfTheListAndNoFormula() {
    for (int i = 0; i < 205; i++) {
      known(Ids.newLead(NOON.plusSeconds(10 + i)), "Somebody " + i);
    }
    known(LIN, "=HYPERLINK(\"x\")");
    var words = new Words("en", ZoneOffset.UTC);

    var text = LeadCsv.text(search, Map.of("pool", "mil/low"), words);
    assertThat(text.lines()).hasSize(207).doesNotHaveDuplicates();
    assertThat(text).contains(LIN + ",\"'=HYPERLINK(\"\"x\"\")\"").doesNotContain("there are more");
    assertThat(LeadCsv.text(search, Map.of("pool", "mql"), words).lines()).hasSize(1);
  }
}
