package dev.trellis.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.html.Showing;
import dev.trellis.console.view.Leads;
import dev.trellis.console.view.LeadsView;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.Joined;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.PlacedByHand;
import dev.trellis.core.event.Happening.Separated;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.memory.InMemoryLeadFiles;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one does to a lead on its page is one event each, or is refused with the reason. */
class LeadDeskTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");
  private static final String FORM = "application/x-www-form-urlencoded";

  private final InMemoryTables tables = new InMemoryTables();
  private final InMemoryLeadStore people = new InMemoryLeadStore(tables);
  private final Leads leads =
      new Leads(new InMemoryLeadFiles(tables), PLAYBOOK, InstantSource.fixed(NOON));
  private final List<LeadEvent> told = new ArrayList<>();
  private final LeadDesk desk = desk();

  private LeadDesk desk() {
    Consumer<String> events = body -> told.add(LeadEvent.fromJson(body));
    return new LeadDesk(
        new SalesDesk(PLAYBOOK, people, events, leads.clock()),
        new IdentityDesk(null, null, events, leads.clock()),
        PLAYBOOK,
        new Showing(PLAYBOOK.company()));
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @Tag("R67")
  @CsvSource(
      textBlock =
          """
          mil/high, 2026-12-31, a fair, ''
          mil/high, 2026-11-30, a fair, ''
          mil/high, 2026-11-29, a fair, until=is over already
          mil/high, 2027-12-31, a fair, until=is more than a year ahead
          mil/high, soon,       a fair, 'until=is no day and hour, such as 2026-11-30T10:00'
          mil/high, '',         a fair, until=is missing
          mil/high, 2026-12-31, '',     reason=is missing
          '',       2026-12-31, a fair, pool=is missing
          """)
  void aMoveNeedsAPlaceAReasonAndAnEnd(String pool, String until, String reason, String refused) {
    var said = Json.compose(Map.of("pool", pool, "until", until, "reason", reason));
    var answer = desk.move("L1", visit("application/json", said, "en"));

    assertThat(answer.status()).isEqualTo(refused.isEmpty() ? 202 : 422);
    assertThat(told).hasSize(refused.isEmpty() ? 1 : 0);
    if (!refused.isEmpty()) {
      var pair = refused.split("=", 2);
      assertThat(Json.parse(text(answer))).containsEntry("errors", Map.of(pair[0], pair[1]));
    }
  }

  @Test
  @Tag("R67")
  void aMoveFromThePageHoldsToTheEndOfItsDayWhereTheCompanyIs() {
    var answer =
        desk.move("L1", visit(FORM, "stage=&pool=mil%2Fhigh&until=2026-12-31&reason=a+fair", "zh"));

    assertThat(answer.headers()).containsEntry("location", "/local/leads/L1?done=moved");
    assertThat(happened())
        .isEqualTo(
            new PlacedByHand(
                "local", "a fair", null, "mil/high", Instant.parse("2026-12-31T16:00:00Z")));
    var odd =
        desk.move("L1", visit(FORM, "stage=king&pool=&until=2026-12-31&reason=%3Cb%3E", "en"));
    assertThat(odd.status()).isEqualTo(422);
    assertThat(text(odd))
        .contains("must be among", "value=\"&lt;b&gt;\"", "value=\"2026-12-31\"")
        .doesNotContain("<b>");
  }

  @Test
  @Tag("R24")
  void anOptionIsTakenByItsIdOrByWhatItIsCalled() {
    for (var value : List.of("manufacturing", "生产制造", "manuFacturing")) {
      var body = "field=industry&reason=&value=" + encoded(value);
      var answer = desk.correct("L1", visit(FORM, body, "zh"));
      assertThat(answer.headers()).containsEntry("location", "/local/leads/L1?done=corrected");
      assertThat(happened())
          .isEqualTo(
              new Overridden("local", null, new TreeMap<>(Map.of("industry", "manufacturing"))));
    }
    var odd = desk.correct("L1", visit(FORM, "field=industry&value=%3Cscript%3E", "en"));
    assertThat(odd.status()).isEqualTo(422);
    assertThat(text(odd)).contains("<select id=\"act-value\"").doesNotContain("<script>");
    for (var field : List.of("consent", "crm.stage", "placed", "kept", "")) {
      var wish = desk.correct("L1", visit(FORM, "value=yes&field=" + field, "en"));
      assertThat(wish.status()).as(field).isEqualTo(422);
    }
  }

  @ParameterizedTest
  @Tag("R24")
  @CsvSource({
    "age, -5, no number",
    "age, old, no number",
    "country, zz, no country",
    "country, China, no country",
    "zone, Mars/Olympus, no time zone"
  })
  void whatIsTypedIsWhatTheFieldIs(String field, String value, String why) {
    var answer = desk.correct("L1", visit(FORM, "field=" + field + "&value=" + value, "en"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(text(answer)).contains(why);
    assertThat(told).isEmpty();
    var right = Map.of("age", "35", "country", "cn", "zone", "Asia%2FTokyo").get(field);
    var taken = desk.correct("L1", visit(FORM, "field=" + field + "&value=" + right, "en"));
    assertThat(taken.status()).isEqualTo(303);
  }

  @Test
  void theOwnerIsSetAndAWishIsPassedOn() {
    assertThat(desk.owner("L1", visit(FORM, "owner=li.na", "en")).status()).isEqualTo(303);
    assertThat(happened())
        .isEqualTo(new Overridden("local", "assigned", new TreeMap<>(Map.of("owner", "li.na"))));
    assertThat(desk.owner("L1", visit(FORM, "owner=+", "en")).status()).isEqualTo(422);

    assertThat(desk.unsubscribe("L1", visit(FORM, "", "en")).headers())
        .containsEntry("location", "/local/leads/L1?done=unsubscribed");
    assertThat(happened()).isEqualTo(new Unsubscribed(null, null, "local"));
  }

  @Test
  void aPageOfLeadsIsGivenOneOwnerByAnEventEachAndNobodyUnknown() {
    for (int i = 0; i < 51; i++) {
      known("L" + i, submitted(Map.of("company", "x")));
    }
    told.clear();
    var fifty = chosen(50);
    assertThat(desk.owners(visit(FORM, fifty + "&owner=li.na", "en")).status()).isEqualTo(303);
    assertThat(told).hasSize(50).extracting(LeadEvent::lead).doesNotHaveDuplicates();

    told.clear();
    var all = "shown=L3%2CL4%2CL5&lead=L9&all=yes&owner=li.na";
    assertThat(desk.owners(visit(FORM, all, "en")).status()).isEqualTo(303);
    assertThat(told).as("all of a page").extracting(LeadEvent::lead).containsOnly("L3", "L4", "L5");
    told.clear();
    desk.owners(visit(FORM, all.replace("&all=yes", ""), "en"));
    assertThat(told).extracting(LeadEvent::lead).containsExactly("L9");

    told.clear();
    for (var body : List.of(chosen(51) + "&owner=li.na", "owner=li.na", fifty + "&owner=")) {
      assertThat(desk.owners(visit(FORM, body, "en")).status()).as(body).isEqualTo(422);
    }
    assertThat(desk.owners(visit(FORM, "lead=L1&lead=nobody&owner=li", "en")).status())
        .isEqualTo(404);
    assertThat(told).isEmpty();
  }

  private static String chosen(int leads) {
    return IntStream.range(0, leads).mapToObj(i -> "lead=L" + i).collect(Collectors.joining("&"));
  }

  @Test
  void aCorrectionIsTakenBackToWhatStoodBeforeAsLongAsItStands() {
    known("L1", submitted(Map.of("company", "示例精工", "title", "CIO")));
    var first = known("L1", corrected(Map.of("company", "示例汽车", "department", "it")));
    var second = known("L1", corrected(Map.of("title", "CFO")));

    assertThat(undo(first).status()).isEqualTo(303);
    assertThat(happened())
        .isEqualTo(new Overridden("local", "undone", new TreeMap<>(Map.of("company", "示例精工"))));
    assertThat(undo(second).status()).isEqualTo(303);
    assertThat(happened())
        .isEqualTo(new Overridden("local", "undone", new TreeMap<>(Map.of("title", "CIO"))));

    known("L1", corrected(Map.of("company", "示例物流")));
    assertThat(undo(first).status()).as("it does not stand any more").isEqualTo(404);
    assertThat(undo("nothing").status()).isEqualTo(404);
  }

  @Test
  void theOwnerBeforeIsAssignedAgain() {
    var owner = PLAYBOOK.audiences().owners().getFirst();
    known("L1", new Overridden("ann", "assigned", new TreeMap<>(Map.of(owner, "li.na"))));
    var second =
        known("L1", new Overridden("ann", "assigned", new TreeMap<>(Map.of(owner, "han.mei"))));

    assertThat(undo(second).status()).isEqualTo(303);
    assertThat(happened())
        .isEqualTo(new Overridden("local", "assigned", new TreeMap<>(Map.of(owner, "li.na"))));
  }

  @Test
  void aMoveEndsAndAJoinIsSplit() {
    var put = known("L1", new PlacedByHand("ann", "x", "mql", null, NOON.plus(Duration.ofDays(1))));
    assertThat(undo(put).status()).isEqualTo(303);
    assertThat(happened()).isEqualTo(PlacedByHand.ended("local", "undone"));
    known("L1", PlacedByHand.ended("ann", "undone"));
    assertThat(undo(put).status()).isEqualTo(404);

    known("L2", submitted(Map.of()));
    var joined = known("L1", new Joined("ann", "asked for", "L2"));
    assertThat(undo(joined).status()).as("not joined yet").isEqualTo(404);
    var lead = people.find("L1").orElseThrow();
    var merged = LeadEvent.about("L1", "m", NOON, Channel.SYSTEM, new CodeScanned());
    people.append(
        new Append(
            merged,
            lead.withAbsorbed(new TreeSet<>(Set.of("L2"))),
            List.of(people.find("L2").orElseThrow()),
            Map.of()));
    assertThat(undo(joined).headers()).containsEntry("location", "/local/leads/L1?done=split");
    assertThat(happened()).isEqualTo(new Separated("local", "asked for", "L2"));
  }

  private Response undo(String event) {
    var folder = new LeadsView(leads).folder("L1").orElseThrow();
    return desk.undo(folder, event, visit(FORM, "", "en"));
  }

  private int minute;

  private String known(String id, Happening happening) {
    var at = NOON.minus(Duration.ofDays(1)).plus(Duration.ofMinutes(minute++));
    var event = LeadEvent.about(id, "e" + minute, at, Channel.SYSTEM, happening);
    var lead = people.find(id).orElseGet(() -> LeadRecord.unborn(id));
    people.append(
        new Append(event, lead.withProfile(lead.profile().with(event)), List.of(), Map.of()));
    return event.id();
  }

  private static FormSubmitted submitted(Map<String, String> answers) {
    return new FormSubmitted("summit-deck", new TreeMap<>(answers), true, "zh", Ids.random());
  }

  private static Overridden corrected(Map<String, String> values) {
    return new Overridden("ann", null, new TreeMap<>(values));
  }

  private Happening happened() {
    return told.getLast().happening();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(Response answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static Visit visit(String type, String body, String language) {
    var request =
        new Request(
            "POST",
            "/local/leads/L1/move",
            Map.of("id", "L1"),
            Map.of(),
            Map.of("content-type", type, "accept-language", language),
            Map.of(),
            body.getBytes(StandardCharsets.UTF_8));
    return new Visit(request, Entrance.NOBODY, "/local", "");
  }
}
