package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.SEND;
import static dev.trellis.nurture.Scene.START;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening.Corrected;
import dev.trellis.core.event.Happening.DataAsked;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.Happening.Wanted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say and ask of themselves behind a link of a mail. */
@Tag("R17")
class OwnWordsTest {

  private static final String DETAILS =
      "details=1&name=Lin%20Mei%20Example&company=&mobile=138+0013+8000";

  private final Scene scene = new Scene();
  private final String token = scene.links.make(LEAD, SEND, ADDRESS, START);

  @BeforeEach
  void aLeadWithThisAddress() {
    scene.submits();
  }

  @Test
  @Tag("R24")
  void whoTheyAreIsProvenAsFarAsTheySayItAndANumberIsOnlyTyped() {
    assertThat(text(post(token, DETAILS))).contains("Thank you, we have noted that");

    var event = told();
    assertThat(event.lead()).isEqualTo(LEAD);
    assertThat(event.happening())
        .isEqualTo(
            new Corrected(
                SEND,
                new TreeMap<>(Map.of("name", "Lin Mei Example", "mobile", "+8613800138000"))));
    assertThat(event.identities())
        .containsExactlyInAnyOrder(
            Identity.parse("email:" + ADDRESS), Identity.parse("phone:+8613800138000"));
    assertThat(event.standing().proof())
        .isEqualTo(Map.of("email", Proof.HELD, "name", Proof.HELD, "mobile", Proof.HELD));
    assertThat(event.proof(IdentityType.PHONE)).isEqualTo(Proof.TYPED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | mobile=12 | Please check the number",
        "zh | mobile=12 | 请检查手机号",
        "en | name=a%0Ab | characters that cannot be used",
        "zh | company=%E2%80%AEa | 无法使用的字符",
        "en | name= | fill in at least one field",
        "zh | name=%20&company= | 请至少填写一项"
      })
  void whatNoDoorTakesIsRefusedByFieldAndWhatWasTypedIsKept(
      String language, String said, String why) {
    var page =
        answer("POST", token, Map.of("lang", language), "details=1&" + said + "&title=Rather");

    assertThat(page.status()).isEqualTo(422);
    assertThat(text(page)).contains(why, "name=\"details\"").doesNotContain("Rather");
    assertThat(text(page).contains("value=\"12\"")).isEqualTo(said.equals("mobile=12"));
    assertThat(scene.events.sent()).isEmpty();
  }

  @Test
  void tooLongAValueIsRefusedWithoutALook() {
    var page = post(token, "details=1&company=" + "x".repeat(201));

    assertThat(page.status()).isEqualTo(422);
    assertThat(text(page)).contains("no more than 200 characters");
    assertThat(scene.events.sent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "export, EXPORT, a copy of what we store",
    "erasure, ERASURE, will delete everything that we store"
  })
  void theyAskForTheirDataAndAPersonDoesIt(String word, Wanted wanted, String said) {
    assertThat(text(post(token, "ask=" + word))).contains(said);

    assertThat(told().happening()).isEqualTo(new DataAsked(SEND, wanted));
    assertThat(told().standing().proof()).isEqualTo(Map.of("email", Proof.HELD));
    assertThat(scene.leads.find(LEAD).orElseThrow().erasedAt()).isNull();
  }

  @Test
  void whatNobodyCanAskForIsNoRequestAndEndsNothing() {
    var page = post(token, "ask=everything");

    assertThat(page.status()).isEqualTo(400);
    assertThat(text(page)).contains("Nothing was changed");

    assertThat(scene.events.sent()).isEmpty();
    assertThat(scene.suppressions.find(scene.keys.of(ADDRESS))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"details=1&name=Eve", "ask=erasure", "ask=export"})
  void whoeverOnlyClaimsTheMailboxSpeaksForNobody(String body) {
    var claimed = scene.links.make(LEAD, SEND, "eve@example.com", START);
    var old = scene.links.make(LEAD, SEND, START);

    for (var link : new String[] {claimed, old}) {
      assertThat(post(link, body).status()).isEqualTo(200);
      assertThat(text(answer("GET", link, Map.of(), "")))
          .doesNotContain("name=\"details\"", "name=\"ask\"");
    }

    assertThat(scene.events.sent())
        .extracting(event -> event.kind())
        .as("only that links were followed")
        .containsOnly("MailClicked");
  }

  @Test
  void lookingTellsNothingOfThemAndShowsNothing() {
    var page = text(answer("GET", token, Map.of(), ""));

    assertThat(page)
        .contains("Correct your details", "name=\"company\" value=\"\"", "value=\"erasure\"")
        .doesNotContain("Lin Mei", ADDRESS);
    assertThat(scene.events.sent())
        .extracting(event -> event.kind())
        .containsExactly("MailClicked");
    assertThat(told().standing().proof()).isEmpty();
  }

  @Test
  void whoeverUnsubscribedMayStillAsk() {
    post(token, "unsubscribe=all");

    assertThat(text(answer("GET", token, Map.of(), "")))
        .contains("Receive mails again", "name=\"details\"", "value=\"export\"");
  }

  @Test
  @Tag("R82")
  void aMachineSaysNothingOfAnybodyAndProvesNoMailbox() {
    var playbook = PlaybookReader.read(Path.of("../../infra/playbook"));
    var preferences = scene.preferences(playbook);
    for (var body : new String[] {DETAILS, "ask=erasure", "List-Unsubscribe=One-Click"}) {
      var request = request("POST", token, Map.of(), body, "Barracuda Sentinel");
      assertThat(preferences.answer(request).status()).isEqualTo(200);
    }

    assertThat(told().happening()).isEqualTo(new Unsubscribed(SEND, null));
    assertThat(told().standing().proof()).isEmpty();
    assertThat(scene.events.sent()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"preferences=1&pace=any", "unsubscribe=all", "again=all"})
  void aButtonThatAPersonPressedProvesTheMailbox(String body) {
    post(token, body);

    assertThat(told().identities()).containsExactly(Identity.parse("email:" + ADDRESS));
    assertThat(told().proof(IdentityType.EMAIL)).isEqualTo(Proof.HELD);
  }

  private LeadEvent told() {
    return scene.events.sent().getLast();
  }

  private Response post(String token, String body) {
    return answer("POST", token, Map.of(), body);
  }

  private Response answer(String method, String token, Map<String, String> query, String body) {
    return scene
        .preferences()
        .answer(request(method, token, query, body, "Mozilla/5.0 AppleWebKit/605.1.15"));
  }

  private static Request request(
      String method, String token, Map<String, String> query, String body, String agent) {
    return new Request(
        method,
        "/u/" + token,
        Map.of("token", token),
        query,
        Map.of("user-agent", agent, "accept-language", "en"),
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
