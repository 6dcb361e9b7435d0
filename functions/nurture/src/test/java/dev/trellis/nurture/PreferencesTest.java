package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.SEND;
import static dev.trellis.nurture.Scene.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.core.profile.Field;
import dev.trellis.core.signing.Tokens;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

  private static final String MEI = "mei@example.com";

  private final Scene scene = new Scene();
  private final Set<String> arrived = new HashSet<>();
  private final String token = scene.links.make(LEAD, SEND, ADDRESS, START);

  @Test
  void lookingAtThePageChangesNothing() {
    scene.submits();

    var page = answer("GET", token, Map.of(), "");

    assertThat(page.status()).isEqualTo(200);
    assertThat(text(page)).contains("<form method=\"post\">", "Unsubscribe from everything");
    assertThat(suppression()).isEmpty();
  }

  @Test
  @Tag("R82")
  void thatTheLinkWasFollowedIsToldOnceAMinute() {
    scene.submits();

    answer("GET", token, Map.of(), "");
    answer("HEAD", token, Map.of(), "");

    assertThat(scene.events.sent()).extracting(LeadEvent::id).hasSize(2);
    assertThat(scene.events.sent()).containsOnly(scene.events.sent().getFirst());
    assertThat(scene.events.sent().getFirst().happening()).isEqualTo(new MailClicked(SEND, null));
  }

  @Test
  void oneClickOfAMailProgramEndsTheMail() {
    scene.submits();

    var page = answer("POST", token, Map.of(), "List-Unsubscribe=One-Click");

    assertThat(page.status()).isEqualTo(200);
    assertThat(suppression()).contains(new Suppression(Reason.UNSUBSCRIBE, START));
    assertThat(scene.events.sent())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.lead()).isEqualTo(LEAD);
          assertThat(event.happening()).isEqualTo(new Unsubscribed(SEND, null));
        });
    assertThat(scene.dispatchMail().dispatch(scene.due(), false).state()).isEqualTo(State.SKIPPED);
    assertThat(scene.mailer.asked()).isEmpty();
  }

  @Test
  void theFormOfThePageDoesTheSame() {
    scene.submits();

    var page = answer("POST", token, Map.of(), "unsubscribe=all");

    assertThat(text(page)).contains("You are unsubscribed").doesNotContain("<form");
    assertThat(suppression()).isPresent();
  }

  @Test
  void aChoiceOfTopicsAndPaceIsToldAndEndsNothing() {
    scene.submits();

    var page = answer("POST", token, Map.of(), "preferences=1&pace=monthly");

    assertThat(page.status()).isEqualTo(200);
    assertThat(text(page)).contains("Your choice is saved").doesNotContain("<form");
    assertThat(scene.events.sent())
        .extracting(LeadEvent::happening)
        .containsExactly(
            new PreferencesChosen(
                SEND, new TreeMap<>(Map.of(SmallPlaybook.TOPIC, "no")), "monthly"));
    assertThat(suppression()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{}",
        "unsubscribe",
        "unsubscribe=some",
        "List-Unsubscribe=Maybe",
        "again=",
        "again=maybe",
        "ask=money",
        "preferences=1&topic=unknown&pace=monthly"
      })
  void whatIsNotUnderstoodIsRefusedAndChangesNothing(String body) {
    scene.submits();

    var page = answer("POST", token, Map.of(), body);
    var json = posts("accept", "application/json", body);

    assertThat(page.status()).isEqualTo(400);
    assertThat(text(page)).contains("Nothing was changed", "open the link");
    assertThat(json.status()).isEqualTo(400);
    assertThat(text(json)).contains("\"error\"", "List-Unsubscribe=One-Click");
    assertThat(scene.events.sent()).isEmpty();
    assertThat(suppression()).isEmpty();
  }

  @Test
  void oneClickMayComeInParts() {
    scene.submits();
    var body =
        "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
            + "One-Click\r\n--x--\r\n";

    posts("content-type", "multipart/form-data; boundary=x", body);

    assertThat(suppression()).isPresent();
  }

  @Test
  void aPartOfALineOnEachLineIsNoForm() {
    scene.submits();
    var body = "--x\r\nContent-Disposition: form-data; name=a\r\n" + "x: y\r\n".repeat(4_000);

    var page = posts("content-type", "multipart/form-data; boundary=x", body);

    assertThat(page.status()).isEqualTo(400);
    assertThat(suppression()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&pace=", "&pace=hourly", "&pace=%", "&pace"})
  void aChoiceWithoutAPaceIsAskedAgainAndChangesNothing(String pace) {
    scene.submits();

    var page = answer("POST", token, Map.of(), "preferences=1&topic=" + SmallPlaybook.TOPIC + pace);

    assertThat(page.status()).isEqualTo(422);
    assertThat(text(page)).contains("Please choose how often", "name=\"pace\"");
    assertThat(scene.events.sent()).isEmpty();
    assertThat(suppression()).isEmpty();
  }

  @Test
  void mailsMayComeAsTheyCome() {
    scene.submits();

    var page = answer("POST", token, Map.of(), "preferences=1&pace=any");

    assertThat(page.status()).isEqualTo(200);
    assertThat(scene.events.sent())
        .extracting(LeadEvent::happening)
        .containsExactly(
            new PreferencesChosen(SEND, new TreeMap<>(Map.of(SmallPlaybook.TOPIC, "no")), null));
  }

  @Test
  void aBodyOfMoreThan32KilobytesIsNotRead() {
    scene.submits();
    var most = "unsubscribe=all&x=" + "x".repeat(32 * 1024 - "unsubscribe=all&x=".length());

    assertThat(answer("POST", token, Map.of(), most + "x").status()).isEqualTo(413);
    assertThat(suppression()).isEmpty();
    assertThat(answer("POST", token, Map.of(), most).status()).isEqualTo(200);
    assertThat(suppression()).isPresent();
  }

  @Test
  void postingAgainIsTheSame() {
    scene.submits();

    var first = answer("POST", token, Map.of(), "unsubscribe=all");
    var second = answer("POST", token, Map.of(), "unsubscribe=all");

    assertThat(text(second)).isEqualTo(text(first));
    assertThat(scene.events.sent()).extracting(LeadEvent::id).hasSize(2);
    assertThat(scene.events.sent()).containsOnly(scene.events.sent().getFirst());
  }

  @Test
  void theSuppressionStandsEvenIfTheEventCannotBeTold() {
    scene.submits();
    var cut =
        new Preferences(
            scene.ledger,
            scene.suppressions,
            scene.keys,
            scene.links,
            _ -> {
              throw new IllegalStateException("the queue is away");
            },
            SmallPlaybook.PLAYBOOK,
            scene.clock);

    assertThatThrownBy(() -> cut.answer(request("POST", token, Map.of(), "unsubscribe=all")))
        .hasMessage("the queue is away");

    assertThat(suppression()).isPresent();
  }

  /** No queue, no leads: all that is needed is where refusals are kept. */
  @Test
  void nothingElseHasToWorkToEndTheMail() {
    scene.submits();
    var failures = new ArrayList<String>();
    var cut =
        new Preferences(
            new MeddledLedger(scene.ledger) {
              @Override
              public Optional<Snapshot> load(String lead, String sendId) {
                throw new IllegalStateException("leads are away");
              }
            },
            scene.suppressions,
            scene.keys,
            scene.links,
            _ -> {
              throw new IllegalStateException("the queue is away");
            },
            SmallPlaybook.PLAYBOOK,
            scene.clock,
            failure -> failures.add(failure.getMessage()));

    var page = cut.answer(request("GET", token, Map.of(), ""));
    assertThat(page.status()).isEqualTo(200);
    assertThat(text(page)).contains("Unsubscribe from everything");
    assertThat(failures).containsExactly("leads are away");
    assertThatThrownBy(() -> cut.answer(request("POST", token, Map.of(), "preferences=1")))
        .hasMessage("leads are away");
    assertThat(suppression()).isEmpty();

    assertThatThrownBy(() -> cut.answer(request("POST", token, Map.of(), "unsubscribe=all")))
        .as("asked to try again, since the lead does not know")
        .hasMessage("leads are away");
    assertThat(suppression()).isPresent();
    assertThat(scene.dispatchMail().dispatch(scene.due(), false).state()).isEqualTo(State.SKIPPED);

    answer("POST", token, Map.of(), "unsubscribe=all");
    assertThat(scene.events.sent())
        .extracting(LeadEvent::happening)
        .containsExactly(new Unsubscribed(SEND, null));
  }

  @Test
  void thePageIsShownThoughNobodyCanBeToldThatItWas() {
    scene.submits();
    var failures = new ArrayList<RuntimeException>();
    var cut =
        new Preferences(
            scene.ledger,
            scene.suppressions,
            scene.keys,
            scene.links,
            _ -> {
              throw new IllegalStateException("the queue is away");
            },
            SmallPlaybook.PLAYBOOK,
            scene.clock,
            failures::add);

    assertThat(cut.answer(request("GET", token, Map.of(), "")).status()).isEqualTo(200);
    assertThat(failures).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "en, You are unsubscribed, Receive mails again, Welcome back",
    "zh, 您已退订, 重新接收邮件, 欢迎回来"
  })
  void whoeverUnsubscribedIsToldSoAndMayComeBack(
      String language, String title, String button, String welcome) {
    scene.submits();
    leave();
    var query = Map.of("lang", language);

    var told = text(answer("GET", token, query, ""));
    assertThat(told).contains(title, button, "name=\"again\"").doesNotContain("checkbox");
    var back = text(answer("POST", token, query, "again=all"));

    assertThat(back).contains(welcome).doesNotContain("<form");
    assertThat(suppression()).isEmpty();
    absorb();
    assertThat(subscription()).contains("yes");
    assertThat(text(answer("GET", token, query, ""))).contains("checkbox").doesNotContain(title);
    assertThat(scene.dispatchMail().dispatch(scene.due(), false).state()).isEqualTo(State.SENT);
  }

  @Test
  void whoeverUnsubscribedHasNoChoiceKept() {
    scene.submits();
    leave();
    int before = scene.events.sent().size();

    var page = text(answer("POST", token, Map.of(), "preferences=1&pace=weekly"));

    assertThat(page).contains("Receive mails again").doesNotContain("Your choice is saved");
    assertThat(scene.events.sent()).hasSize(before);
    assertThat(suppression()).isPresent();
  }

  @Test
  void whoeverCameBackCanLeaveAgainByTheSameLink() {
    scene.submits();
    for (int i = 0; i < 3; i++) {
      leave();
      assertThat(subscription()).contains("no");
      answer("POST", token, Map.of(), "again=all");
      absorb();
      assertThat(subscription()).contains("yes");
    }
    leave();

    assertThat(scene.dispatchMail().dispatch(scene.due(), false).reason())
        .isEqualTo("unsubscribed");
  }

  @ParameterizedTest
  @CsvSource({
    "BOUNCE, en, Mail to your address came back",
    "BOUNCE, zh, 被退回",
    "COMPLAINT, en, was reported as spam",
    "COMPLAINT, zh, 被举报为垃圾邮件"
  })
  void aBounceOrComplaintIsToldAndNotLifted(Reason reason, String language, String said) {
    scene.submits();
    leave();
    var closed = new Suppression(reason, START);
    scene.suppressions.add(scene.keys.of(ADDRESS), closed);
    int before = scene.events.sent().size();
    var query = Map.of("lang", language);

    assertThat(text(answer("POST", token, query, "again=all")))
        .contains(said)
        .doesNotContain("<form");
    assertThat(scene.events.sent()).as("no wish that is not granted").hasSize(before);
    assertThat(text(answer("GET", token, query, ""))).contains(said).doesNotContain("<form");
    assertThat(suppression()).contains(closed);
  }

  @Test
  void onlyTheAddressThatTheMailWentToIsLetIn() {
    scene.submits();
    scene.submits("L0002", MEI, Map.of(), true);
    scene.merge(LEAD, "L0002");
    answer("POST", token(MEI), Map.of(), "unsubscribe=all");
    answer("POST", token, Map.of(), "unsubscribe=all");

    answer("POST", token, Map.of(), "again=all");
    assertThat(suppression()).isEmpty();
    assertThat(suppression(MEI)).isPresent();

    answer("POST", token, Map.of(), "unsubscribe=all");
    scene.clock.forward(Duration.ofSeconds(1));
    scene.happens("L0002", new Unsubscribed(SEND, null));
    var nobodys = scene.links.make(LEAD, SEND, START);
    assertThat(text(answer("POST", nobodys, Map.of(), "again=all"))).doesNotContain("<form");
    assertThat(suppression()).isPresent();
  }

  @Test
  @Tag("R82")
  void aMachineLetsNobodyIn() {
    scene.submits();
    leave();
    var request = request("POST", token, Map.of(), "again=all");
    var machine =
        new Request(
            request.method(),
            request.path(),
            request.pathParameters(),
            Map.of(),
            Map.of("user-agent", "Barracuda Sentinel", "accept-language", "en"),
            Map.of(),
            request.body());
    var playbook = PlaybookReader.read(Path.of("../../infra/playbook"));
    var preferences = scene.preferences(playbook);

    assertThat(text(preferences.answer(machine))).contains("name=\"again\"");
    assertThat(suppression()).isPresent();
    assertThat(text(preferences.answer(request))).contains("Welcome back");
  }

  @Test
  void aBounceOrComplaintIsNotOverwritten() {
    scene.submits();
    var complaint = new Suppression(Reason.COMPLAINT, START.minusSeconds(1));
    scene.suppressions.add(scene.keys.of(ADDRESS), complaint);

    answer("POST", token, Map.of(), "unsubscribe=all");

    assertThat(suppression()).contains(complaint);
  }

  @Test
  void everyAddressOfThePersonGetsNoMoreMail() {
    scene.submits("L0002", MEI, Map.of(), true);
    scene.submits();
    scene.merge(LEAD, "L0002");

    answer("POST", token(MEI), Map.of(), "unsubscribe=all");
    scene.happens("L0002", scene.events.sent().getLast().happening());

    assertThat(suppression(MEI)).isPresent();
    assertThat(suppression()).as("closed by whoever reads there, and by nobody else").isEmpty();
    assertThat(scene.dispatchMail().dispatch(scene.due(), false).reason())
        .isEqualTo("unsubscribed");
  }

  @Test
  void aMailboxThatIsNotTheLeadsAnyMoreIsClosedAlone() {
    scene.submits(LEAD, ADDRESS, Map.of(), true);
    scene.happens(LEAD, new PreferencesChosen(SEND, topics("no"), "monthly"));
    var token = token(MEI);

    assertThat(text(answer("GET", token, Map.of(), "")))
        .contains("value=\"" + SmallPlaybook.TOPIC + "\" checked")
        .doesNotContain("value=\"monthly\" checked");
    int before = scene.events.sent().size();
    answer("POST", token, Map.of(), "preferences=1&pace=weekly");
    answer("POST", token, Map.of(), "unsubscribe=all");

    assertThat(suppression(MEI)).isPresent();
    assertThat(text(answer("POST", token, Map.of(), "preferences=1"))).contains("mails again");
    answer("POST", token, Map.of(), "again=all");
    assertThat(suppression(MEI)).isEmpty();
    assertThat(suppression()).isEmpty();
    assertThat(scene.events.sent()).as("nothing is told of the lead").hasSize(before);
  }

  @Test
  void theMailboxOfAPersonWhoWasErasedIsClosedAllTheSame() {
    answer("POST", token, Map.of(), "List-Unsubscribe=One-Click");

    assertThat(suppression()).isPresent();
    assertThat(scene.events.sent()).isEmpty();
  }

  @Test
  @Tag("R17")
  void anOldLinkOfWhoeverWasErasedAndCameBackClosesTheirMailboxAndDoesNothingElse() {
    scene.submits();
    scene.erase(LEAD);
    scene.submits("L0002", ADDRESS, Map.of("name", "Lin Example"), true);
    for (var body :
        List.of(
            "", "preferences=1&pace=weekly", "details=1&name=Eve", "ask=erasure", "again=all")) {
      var page = text(answer(body.isEmpty() ? "GET" : "POST", token, Map.of(), body));
      assertThat(page).doesNotContain("Lin Example", ADDRESS, "L0002");
    }
    assertThat(suppression()).isEmpty();

    answer("POST", token, Map.of(), "unsubscribe=all");

    assertThat(suppression()).as("whoever reads there said so").isPresent();
    assertThat(scene.events.sent())
        .as("nothing is told of who came back")
        .allMatch(event -> event.lead().equals(LEAD) && event.identities().isEmpty());
  }

  @Test
  void aLinkThatNamesNoAddressClosesEveryAddressAsBefore() {
    scene.submits();
    scene.submits("L0002", MEI, Map.of(), true);
    scene.merge(LEAD, "L0002");

    answer("POST", scene.links.make(LEAD, SEND, START), Map.of(), "unsubscribe=all");

    assertThat(suppression()).isPresent();
    assertThat(suppression(MEI)).isPresent();
    assertThat(scene.events.sent().getLast().happening()).isEqualTo(new Unsubscribed(SEND, null));
  }

  @Test
  void aLinkMailedBeforeStillClosesAndOpensItsMailbox() {
    scene.submits();
    var tokens = new Tokens(Scene.KEYS, "unsubscribe");
    var old = tokens.sign(START.plusSeconds(60), LEAD, SEND, tokens.digest(ADDRESS));

    answer("POST", old, Map.of(), "unsubscribe=all");
    absorb();
    assertThat(suppression()).isPresent();
    assertThat(subscription()).contains("no");

    assertThat(text(answer("POST", old, Map.of(), "again=all"))).contains("Welcome back");
    assertThat(suppression()).isEmpty();
  }

  @Test
  void whoeverElseSaidNoIsOverruledByThePersonWhoComesBack() {
    scene.submits();
    scene.clock.forward(Duration.ofSeconds(1));
    var no = new TreeMap<>(Map.of(Field.CONSENT, "no"));
    scene.happens(LEAD, new CallRecorded("sdr", "reached", no));
    scene.clock.forward(Duration.ofSeconds(1));

    assertThat(text(answer("GET", token, Map.of(), ""))).contains("Receive mails again");
    answer("POST", token, Map.of(), "again=all");
    absorb();

    assertThat(scene.dispatchMail().dispatch(scene.due(), false).state()).isEqualTo(State.SENT);
  }

  @Test
  void noPageShowsAnythingElseOfTheLead() {
    var answers = Map.of("name", "Lin Example", "company", "Example Ltd", "mobile", "13800138000");
    scene.submits(LEAD, ADDRESS, answers, true);
    scene.submits("L0002", MEI, answers, true);
    scene.merge(LEAD, "L0002");

    for (var body : List.of("", "preferences=1", "unsubscribe=all", "again=all")) {
      var method = body.isEmpty() ? "GET" : "POST";
      assertThat(text(answer(method, token, Map.of(), body)))
          .doesNotContain("Lin Example", "Example Ltd", "1380013", ADDRESS, MEI, LEAD, "L0002");
    }
  }

  @Test
  void aBadTokenIsNotFoundAndChangesNothing() {
    scene.submits();

    for (var bad :
        new String[] {
          "x",
          token + "x",
          "",
          scene.links.make(LEAD, SEND, Scene.START.minus(Duration.ofDays(730)))
        }) {
      var page = answer("POST", bad, Map.of(), "unsubscribe=all");
      assertThat(page.status()).isEqualTo(404);
      assertThat(text(page)).doesNotContain("<form");
    }

    assertThat(suppression()).isEmpty();
    assertThat(scene.events.sent()).isEmpty();
  }

  @Test
  void aPersonWhoWasErasedGetsAnAnswerAllTheSame() {
    assertThat(answer("POST", token, Map.of(), "unsubscribe=all").status()).isEqualTo(200);
    assertThat(scene.events.sent()).isEmpty();
  }

  @Test
  void thePageSpeaksTheLanguageAskedForElseThePersonsElseTheBrowsers() {
    scene.submits();

    assertThat(text(answer("GET", token, Map.of("lang", "zh"), ""))).contains("退订全部邮件");
    assertThat(text(answer("GET", token, Map.of("lang", "fr"), ""))).contains("<html lang=\"en\">");
    assertThat(text(answer("GET", "bad", Map.of(), ""))).contains("<html lang=\"en\">");
    assertThat(text(answer("GET", "bad", Map.of("lang", "zh"), ""))).contains("这个链接无法使用");
    assertThat(text(answer("GET", token, Map.of(), ""))).contains("href=\"?lang=zh\"", "中文");
  }

  @Test
  void thePageTellsNobodyWhereItIs() {
    scene.submits();

    var headers = answer("GET", token, Map.of(), "").headers();

    assertThat(headers)
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("cache-control", "no-store")
        .containsEntry("x-robots-tag", "noindex");
    assertThat(headers.get("content-security-policy")).contains("default-src 'none'");
  }

  @Test
  void otherMethodsAreNotAllowed() {
    scene.submits();

    assertThat(answer("DELETE", token, Map.of(), "").status()).isEqualTo(405);
    assertThat(suppression()).isEmpty();
  }

  private void leave() {
    answer("POST", token, Map.of(), "List-Unsubscribe=One-Click");
    absorb();
  }

  /** What was told last arrives, once: a second event of the same id is dropped. */
  private void absorb() {
    var told = scene.events.sent().getLast();
    if (arrived.add(told.id())) {
      scene.happens(LEAD, told.happening());
    }
    scene.clock.forward(Duration.ofSeconds(1));
  }

  private Optional<String> subscription() {
    return scene.leads.find(LEAD).orElseThrow().profile().value(Field.SUBSCRIPTION);
  }

  private Response answer(String method, String token, Map<String, String> query, String body) {
    return scene.preferences().answer(request(method, token, query, body));
  }

  private Response posts(String header, String value, String body) {
    var request = request("POST", token, Map.of(), body);
    var headers = new TreeMap<>(request.headers());
    headers.put(header, value);
    return scene
        .preferences()
        .answer(
            new Request(
                request.method(),
                request.path(),
                request.pathParameters(),
                request.query(),
                headers,
                request.cookies(),
                request.body()));
  }

  private static Request request(
      String method, String token, Map<String, String> query, String body) {
    return new Request(
        method,
        "/u/" + token,
        Map.of("token", token),
        query,
        Map.of(
            "accept-language",
            "en-GB,en;q=0.9",
            "user-agent",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0"),
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Suppression> suppression() {
    return suppression(ADDRESS);
  }

  private Optional<Suppression> suppression(String address) {
    return scene.suppressions.find(scene.keys.of(address));
  }

  private String token(String address) {
    return scene.links.make(LEAD, SEND, address, START);
  }

  private static TreeMap<String, String> topics(String wanted) {
    return new TreeMap<>(Map.of(SmallPlaybook.TOPIC, wanted));
  }

  private static String text(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
