package dev.trellis.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.html.Showing;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.NoteWritten;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R102")
class CallDeskTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String HOSTILE = "<script>alert(1)</script>\n=1+1";

  private final List<LeadEvent> told = new ArrayList<>();
  private final CallDesk desk =
      new CallDesk(
          new SalesDesk(
              PLAYBOOK,
              new InMemoryLeadStore(new InMemoryTables()),
              body -> told.add(LeadEvent.fromJson(body)),
              InstantSource.fixed(NOON)),
          PLAYBOOK,
          new Showing(PLAYBOOK.company()));

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      textBlock =
          """
          reached,        '',                       '',                     ''
          reached,        '',                       2026-12-01T10:00,       ''
          callback,       '',                       2026-12-01T10:00,       ''
          callback,       '',                       2026-12-01T02:00:00Z,   ''
          callback,       '',                       '',                     callback=is missing
          callback,       '',                       2026-11-30T12:00,       callback=is over already
          callback,       '',                       2026-11-30T12:01,       ''
          callback,       '',                       2027-12-01T12:00,       ''
          callback,       '',                       2027-12-02T12:00,       callback=is more than a year ahead
          callback,       '',                       tomorrow,               'callback=is no day and hour, such as 2026-11-30T10:00'
          not-interested, '',                       2026-12-01T10:00,       callback=is not said with this outcome
          interested,     need=lead-scoring&plan=within-6-months,'',                   ''
          interested,     need=lead-scoring,        '',                     plan=is missing
          interested,     '',                       '',                     need=is missing|plan=is missing
          '',             '',                       '',                     outcome=is missing
          reached,        city=Suzhou,              '',                     city=is not asked in a call
          reached,        crm.stage=won,            '',                     crm.stage=is not asked in a call
          reached,        consent=yes,              '',                     'consent=is for the person to say; you may tell that they said no'
          reached,        consent=no,               '',                     ''
          reached,        email=li,                 '',                     email=is no e-mail address
          """)
  void whatTheFormDoesNotAskIsNotTaken(
      String outcome, String answers, String callback, String refused) {
    var sheet = new TreeMap<String, Object>(Map.of("outcome", outcome, "callback", callback));
    sheet.put("answers", pairs(answers, "&"));
    var answer = post("application/json", Json.compose(sheet), "en", desk::call);

    assertThat(answer.status()).isEqualTo(refused.isEmpty() ? 202 : 422);
    assertThat(told).hasSize(refused.isEmpty() ? 1 : 0);
    if (!refused.isEmpty()) {
      assertThat(Json.parse(text(answer))).containsEntry("errors", pairs(refused, "\\|"));
    }
  }

  @Test
  void anOutcomeThatIsNoneIsRefusedWithThoseThatAre() {
    var answer = post("application/json", "{\"outcome\":\"chatted\"}", "en", desk::call);
    assertThat(text(answer)).contains("must be among reached, interested, callback");
  }

  @Test
  void aBrowserSendsTheFormAndGoesBackToTheLead() {
    var body =
        "outcome=callback&answer.factors=price&answer.factors=service&answer.name=&note=Mornings%0D%0Aonly"
            + "&callback=2026-12-01T10%3A00";
    var answer = post(FORM, body, "zh", desk::call);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers()).containsEntry("location", "/local/leads/L1?done=called");
    assertThat(told)
        .singleElement()
        .extracting(LeadEvent::happening)
        .isEqualTo(
            new CallRecorded(
                "local",
                "callback",
                new TreeMap<>(Map.of("factors", "price,service")),
                "Mornings\nonly",
                Instant.parse("2026-12-01T02:00:00Z")));
  }

  @Test
  void whatIsRefusedIsShownAgainAsItWasTypedWithOneMessagePerField() {
    var body =
        "outcome=interested&answer.name=%3Cb%3EAnn&answer.need=lead-scoring&answer.email=li&note="
            + URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8);
    for (var words :
        Map.of(
                "en", List.of("is no e-mail address", "is missing", "Log the call"),
                "zh", List.of("不是邮箱地址", "未填写", "有意向"))
            .entrySet()) {
      var answer = post(FORM, body, words.getKey(), desk::call);

      assertThat(answer.status()).isEqualTo(422);
      assertThat(text(answer))
          .contains(words.getValue())
          .contains("value=\"interested\" selected", "value=\"&lt;b&gt;Ann\"", "value=\"li\"")
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;\n=1+1</textarea>")
          .contains("value=\"lead-scoring\"")
          .doesNotContain("<script", "<b>");
    }
    assertThat(told).isEmpty();
  }

  @Test
  @Tag("R45")
  void aNoteIsWrittenAloneAndBounded() {
    assertThat(
            post("application/json", "{\"text\":\" knows our CEO \"}", "en", desk::note).status())
        .isEqualTo(202);
    assertThat(post(FORM, "text=two%0D%0Alines", "en", desk::note).status()).isEqualTo(303);
    assertThat(told)
        .extracting(LeadEvent::happening)
        .containsExactly(
            new NoteWritten("local", "knows our CEO"), new NoteWritten("local", "two\nlines"));

    assertThat(post(FORM, "text=" + "x".repeat(2_000), "en", desk::note).status()).isEqualTo(303);
    for (var body : List.of("", "text=", "text=%20", "text=%E2%80%8B", "text=a%00b")) {
      assertThat(post(FORM, body, "en", desk::note).status()).as(body).isEqualTo(422);
    }
    assertThat(text(post(FORM, "text=" + "x".repeat(2_001), "en", desk::note)))
        .contains("has more than 2000 characters", "xxx</textarea>");
  }

  private static Map<String, Object> pairs(String text, String between) {
    var pairs = new TreeMap<String, Object>();
    Stream.of(text.split(between))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> pairs.put(pair[0], pair[1]));
    return pairs;
  }

  private static Response post(
      String type, String body, String language, BiFunction<String, Visit, Response> desk) {
    var request =
        new Request(
            "POST",
            "/local/leads/L1/calls",
            Map.of("id", "L1"),
            Map.of(),
            Map.of("content-type", type, "accept-language", language),
            Map.of(),
            body.getBytes(StandardCharsets.UTF_8));
    return desk.apply("L1", new Visit(request, Entrance.NOBODY, "/local", ""));
  }

  private static String text(Response answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
