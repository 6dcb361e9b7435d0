package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * All tables of leads are lost, days after the moment to which they can be restored, and somebody
 * was erased in between.
 */
@Tag("R17")
@Tag("R90")
@Isolated("reads what the process prints")
class RestoreDrillTest {

  private static final String STAYS = "stays@example.cn";
  private static final String ERASED = "erased@example.cn";
  private static final String RESTORE =
      "restore leads=LeadsTable-then identities=IdentitiesTable-then accounts=AccountsTable-then"
          + " suppressions=SuppressionsTable-then groups=GroupsTable-then timers=TimersTable-then"
          + " audit=AuditTable-then erased=";

  @TempDir private Path state;
  @TempDir private Path elsewhere;

  @Test
  void nobodyErasedIsBackNobodyGetsAMailTwiceAndJourneysGoOn() throws Exception {
    var past = new PointInTime(state);
    String stays;
    String erased;
    LocalDate day;
    try (var town = new Town(state)) {
      town.register(STAYS, TownStory.nurtured("13800138081"));
      town.register(ERASED, TownStory.nurtured("13800138082"));
      town.pass(Duration.ofDays(2));
      day = peopleSaySomething(town);
      stays = town.lead(STAYS).at("id").text();
      erased = town.lead(ERASED).at("id").text();
    }
    past.copy();
    List<View> sent;
    try (var town = new Town(state)) {
      town.pass(Duration.ofDays(1));
      town.visitor("en").post("/local/leads/" + erased + "/erase", "application/json", "");
      town.quiet();
      sent = town.mailsTo(STAYS);
      assertThat(sent).as("one was sent in the time that is lost").hasSize(2);
      assertThat(town.mailsTo(ERASED)).hasSize(2);
    }
    assertThat(past.lose()).isPositive();
    var log = Files.writeString(elsewhere.resolve("erased"), "{\"reason\":\"" + erased + "\"}\n");

    try (var town = new Town(state)) {
      assertThat(town.leads()).isEmpty();
      assertThat(refused(town, RESTORE + log)).contains("say pause first");
      town.ops("pause");
      assertThat(refused(town, RESTORE + log)).contains("wait five minutes");
      town.pass(Duration.ofMinutes(5));
      assertThat(town.ops(RESTORE + log)).contains("1 leads were erased", "1 leads came back");
      assertThat(town.ops(RESTORE + log)).as("again").contains("0 leads came back");
      assertThat(refused(town, "resume")).contains("restore done");
      whatPeopleSaidIsThere(town, day);
      town.pass(Duration.ofMinutes(10));
      assertThat(town.ops("restore done")).contains("1 mails may have been sent");
      assertThat(town.ops("settle")).contains(stays, "1 mails");
      town.ops("resume");

      town.pass(Duration.ofHours(1));
      assertThat(town.mailsTo(STAYS)).isEqualTo(sent);
      var settle = town.ops("settle").lines().findFirst().orElseThrow().split(" +");
      assertThat(town.ops("settle " + stays + " " + settle[1] + " sent")).contains("SENT");

      town.pass(Duration.ofDays(30));
      var subjects = town.mailsTo(STAYS).stream().map(mail -> mail.at("subject").text()).toList();
      assertThat(subjects).hasSizeGreaterThan(2).doesNotHaveDuplicates();
      assertThat(town.mailsTo(ERASED)).hasSize(2);
      assertThat(town.leads().toString()).doesNotContain(ERASED, erased);
      assertThat(town.json("/local/accounts").toString()).doesNotContain(erased);

      othersTellOf(town, ERASED);
      assertThat(town.leads().toString()).doesNotContain(ERASED);
    }
  }

  // A group of their own, a journey that stands still, and that they did that.
  private static LocalDate peopleSaySomething(Town town) throws Exception {
    var group =
        "id: of-finance\nname: { zh: 金融, en: Finance }\nof: prospects\nwho: { industry: { is: finance } }";
    var visitor = town.visitor("en");
    assertThat(visitor.post("/local/audiences/of-finance", "text/plain", group).statusCode())
        .isLessThan(300);
    assertThat(visitor.post("/local/journeys/win-back/pause", "application/json", "").statusCode())
        .isLessThan(300);
    town.pass(Duration.ofMinutes(10));
    assertThat(counted(town)).as("of that group").contains(2L);
    return LocalDate.ofInstant(town.now(), ZoneId.of("Asia/Shanghai"));
  }

  private static Stream<Long> counted(Town town) throws Exception {
    return town.json("/local/audiences").list().stream()
        .map(group -> ((Number) group.at("people").value()).longValue());
  }

  private static void whatPeopleSaidIsThere(Town town, LocalDate day) throws Exception {
    assertThat(town.json("/local/audiences").toString()).contains("of-finance");
    assertThat(counted(town)).as("whoever was erased is not counted any more").containsOnly(0L, 1L);
    assertThat(town.json("/local/audit?day=" + day).toString())
        .contains("POST /journeys/{id}/pause");
    assertThat(town.html("/local/journeys", "en")).contains("/local/journeys/win-back/resume");
  }

  @Test
  void whatTheLogSaysWasSentIsNotSentAgain() throws Exception {
    var past = new PointInTime(state);
    try (var town = new Town(state)) {
      town.register(STAYS, TownStory.nurtured("13800138081"));
      town.pass(Duration.ofDays(2));
    }
    past.copy();
    var sent = new ArrayList<View>();
    var log =
        logged(() -> {
          try (var town = new Town(state)) {
            town.pass(Duration.ofDays(30));
            sent.addAll(town.mailsTo(STAYS));
          }
        });
    assertThat(sent).as("several were sent in the time that is lost").hasSizeGreaterThan(3);
    assertThat(past.lose()).isPositive();
    var file = Files.writeString(elsewhere.resolve("sent"), Json.compose(Map.of("message", log)));

    try (var town = new Town(state)) {
      town.ops("pause");
      town.pass(Duration.ofMinutes(5));
      assertThat(town.ops("restore leads=LeadsTable-then erased=none sent=" + file))
          .contains(" mails were sent meanwhile", "1 leads came back");
      town.pass(Duration.ofMinutes(10));
      assertThat(town.ops("restore done")).contains("0 mails may have been sent");
      town.ops("resume");

      town.pass(Duration.ofDays(60));
      var subjects = town.mailsTo(STAYS).stream().map(mail -> mail.at("subject").text()).toList();
      assertThat(subjects).hasSizeGreaterThan(sent.size()).doesNotHaveDuplicates();
    }
  }

  private interface Work {
    void go() throws Exception;
  }

  private static String logged(Work work) throws Exception {
    var out = System.out;
    var log = new ByteArrayOutputStream();
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      work.go();
    } finally {
      System.setOut(out);
    }
    return log.toString(StandardCharsets.UTF_8);
  }

  private void othersTellOf(Town town, String address) throws Exception {
    var event = new LinkedHashMap<String, Object>();
    event.put("version", 1);
    event.put("id", "told-late");
    event.put("occurredAt", town.now().toString());
    event.put("channel", "web");
    event.put("identities", List.of("email:" + address));
    event.put("origin", Map.of());
    event.put("happening", Map.of("kind", "PageVisited", "page", "/", "seconds", 5));
    assertThat(new Partner(town, state).tell(event)).isEqualTo(202);
    town.quiet();
  }

  private static String refused(Town town, String line) throws Exception {
    var body = "{\"language\":\"en\",\"do\":\"" + line + "\"}";
    var answer = town.visitor("en").post("/local/ops", "application/json", body);
    assertThat(answer.statusCode()).isEqualTo(422);
    return Visitor.text(answer);
  }
}
