package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.SEND;
import static dev.trellis.nurture.Scene.START;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.journey.Why;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.nurture.Gate.Verdict;
import dev.trellis.nurture.mail.ConfirmLinks;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consent that counts only once it is confirmed by mail. */
@Tag("R9")
class ConfirmConsentTest {

  private static final String OTHER = "somebody.else@example.com";

  private final Scene scene = new Scene();
  private final ConfirmLinks links = new ConfirmLinks(Scene.KEYS);
  private final String token = token(ADDRESS);

  @Test
  void beforeThatOnlyTheQuestionIsMailed() {
    scene.signsUp(LEAD, ADDRESS);

    assertThat(ask()).isEqualTo(new Verdict.Closed("consent pending"));
    assertThat(scene.dispatchMail().dispatch(scene.due(), false))
        .extracting(Entry::state, Entry::reason)
        .containsExactly(State.SKIPPED, "consent pending");
    assertThat(question("question").state()).isEqualTo(State.SENT);
    assertThat(scene.mailer.asked())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.to()).contains(ADDRESS);
          assertThat(new String(mail.raw(), StandardCharsets.UTF_8)).contains("/confirm/");
        });
  }

  @Test
  void lookingAtThePageConfirmsNothing() {
    scene.signsUp(LEAD, ADDRESS);

    for (var method : new String[] {"GET", "HEAD"}) {
      assertThat(text(answer(method, token, Map.of()))).contains("<form method=\"post\">");
    }

    assertThat(scene.events.sent()).isEmpty();
  }

  @Test
  void aScannerThatEvenPressesButtonsConfirmsNothing() {
    scene.signsUp(LEAD, ADDRESS);
    var playbook = PlaybookReader.read(Path.of("../../infra/playbook"));
    var strict =
        new ConfirmConsent(
            scene.ledger,
            scene.suppressions,
            scene.keys,
            links,
            scene.events,
            playbook,
            scene.clock);

    var page = strict.answer(request("POST", token, Map.of("user-agent", "Barracuda Sentinel")));

    assertThat(text(page)).contains("<form method=\"post\">");
    assertThat(scene.events.sent()).isEmpty();
  }

  @Test
  void theButtonOpensTheGateOnce() {
    scene.signsUp(LEAD, ADDRESS);
    scene.clock.forward(Duration.ofHours(1));

    var page = answer("POST", token, Map.of());
    answer("POST", token, Map.of());

    assertThat(text(page)).contains("that is settled").doesNotContain("<form");
    assertThat(scene.events.sent()).containsOnly(scene.events.sent().getFirst());
    assertThat(scene.events.sent())
        .extracting(LeadEvent::happening)
        .containsOnly(new ConsentConfirmed(SEND, ADDRESS));
    scene.happens(LEAD, scene.events.sent().getFirst().happening());
    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
    assertThat(question("again").reason()).isEqualTo("nothing to confirm");
    scene.clock.forward(Duration.ofHours(1));
    scene.signsUp(LEAD, ADDRESS);
    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
    assertThat(question("once more").reason()).isEqualTo("already confirmed");
  }

  @Test
  void anOlderLinkAnswersANewQuestionAfterAnUnsubscription() {
    scene.signsUp(LEAD, ADDRESS);
    var first = pressed();
    scene.happens(LEAD, first.happening());
    scene.clock.forward(Duration.ofHours(1));
    assertThat(pressed().id()).as("nothing new was asked").isEqualTo(first.id());
    scene.happens(LEAD, new Unsubscribed(SEND, null));
    assertThat(pressed().id()).isEqualTo(first.id());
    scene.clock.forward(Duration.ofHours(1));
    scene.signsUp(LEAD, ADDRESS);
    assertThat(ask()).isEqualTo(new Verdict.Closed("consent pending"));

    scene.clock.forward(Duration.ofHours(1));
    var second = pressed();
    assertThat(second.id()).isNotEqualTo(first.id()).isEqualTo(pressed().id());
    scene.happens(LEAD, second.happening());
    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
  }

  private LeadEvent pressed() {
    answer("POST", token, Map.of());
    return scene.events.sent().getLast();
  }

  @Test
  void whoeverWantsNoMailIsNotToldThatSomethingIsOnItsWay() {
    scene.signsUp(LEAD, ADDRESS);
    scene.happens(LEAD, new Unsubscribed(SEND, null));

    assertThat(text(answer("POST", token, Map.of())))
        .contains("You are unsubscribed")
        .doesNotContain("on its way");
  }

  @Test
  void aLinkConfirmsTheAddressItWasSentToAndNoOther() {
    scene.signsUp(LEAD, ADDRESS);
    scene.clock.forward(Duration.ofMinutes(1));
    scene.signsUp(LEAD, OTHER);

    answer("POST", token, Map.of());

    assertThat(scene.events.sent().getFirst().happening())
        .isEqualTo(new ConsentConfirmed(SEND, ADDRESS));
    assertThat(answer("POST", token("nobody@example.com"), Map.of()).status()).isEqualTo(404);
  }

  @Test
  void whoeverAgreedBeforeKeepsGettingMailAtTheAddressTheyGave() {
    scene.submits();
    scene.clock.forward(Duration.ofMinutes(1));
    scene.signsUp(LEAD, OTHER);

    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
    assertThat(Gate.askToConfirm(portrait())).isEqualTo(new Verdict.Open(OTHER));
    scene.happens(LEAD, new ConsentConfirmed(SEND, OTHER));
    assertThat(ask()).isEqualTo(new Verdict.Open(OTHER));
  }

  @Test
  void aConsentWithoutAnAddressOpensNoAddressThatNobodyConfirmed() {
    var phone = new TreeMap<>(Map.of("mobile", "+8613800138000"));
    scene.happens(LEAD, new FormSubmitted("summit-deck", phone, true, "en", null));
    scene.clock.forward(Duration.ofMinutes(1));
    scene.signsUp(LEAD, OTHER);

    assertThat(ask()).isEqualTo(new Verdict.Closed("consent pending"));
  }

  @Test
  void aRefusalIsOutlivedByAConfirmationAndNotByAnotherSignUp() {
    scene.submits(LEAD, ADDRESS, Map.of(), false);
    scene.clock.forward(Duration.ofMinutes(1));
    scene.signsUp(LEAD, ADDRESS);
    assertThat(ask()).isInstanceOf(Verdict.Closed.class);
    assertThat(question("question").state()).isEqualTo(State.SENT);

    scene.happens(LEAD, new ConsentConfirmed(SEND, ADDRESS));

    assertThat(ask()).isEqualTo(new Verdict.Open(ADDRESS));
  }

  @Test
  void nobodyIsAskedWhoDidNotSignUp() {
    scene.submits();

    assertThat(question("question").reason()).isEqualTo("nothing to confirm");
  }

  @Test
  void anOldLinkIsUnknown() {
    scene.signsUp(LEAD, ADDRESS);
    scene.clock.forward(Duration.ofDays(31));

    assertThat(answer("POST", token, Map.of()).status()).isEqualTo(404);
    assertThat(scene.events.sent()).isEmpty();
  }

  private Entry question(String sendId) {
    var due =
        new MailDue(
            sendId,
            LEAD,
            "newsletter",
            "1",
            "confirm",
            null,
            Why.parse("signed up"),
            null,
            scene.clock.instant());
    return scene.dispatchMail().dispatch(due, false);
  }

  private Verdict ask() {
    return Gate.ask(portrait(), Optional.<Content>empty());
  }

  private Portrait portrait() {
    var lead = scene.leads.find(LEAD).orElseThrow();
    return Portrait.of(LEAD, lead.profile(), SmallPlaybook.PLAYBOOK, scene.clock.instant());
  }

  private String token(String address) {
    return links.make(LEAD, SEND, address, START.plus(Duration.ofDays(30)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "confirm=no", "a=1", "confirm", "confirm=ALL"})
  void whatIsNotTheButtonConfirmsNothing(String body) {
    scene.signsUp(LEAD, ADDRESS);

    var page = scene.confirmConsent().answer(request("POST", token(ADDRESS), Map.of(), body));

    assertThat(page.status()).isEqualTo(400);
    assertThat(scene.events.sent()).isEmpty();
  }

  private Response answer(String method, String token, Map<String, String> headers) {
    return scene.confirmConsent().answer(request(method, token, headers));
  }

  private static Request request(String method, String token, Map<String, String> headers) {
    return request(method, token, headers, method.equals("POST") ? "confirm=all" : "");
  }

  private static Request request(
      String method, String token, Map<String, String> headers, String body) {
    var none = Map.<String, String>of();
    var sent = new TreeMap<>(Map.of("user-agent", "Mozilla/5.0 AppleWebKit/605.1.15"));
    sent.putAll(headers);
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Request(
        method, "/confirm/" + token, Map.of("token", token), none, sent, none, bytes);
  }

  private static String text(Response page) {
    return new String(page.body(), StandardCharsets.UTF_8);
  }
}
