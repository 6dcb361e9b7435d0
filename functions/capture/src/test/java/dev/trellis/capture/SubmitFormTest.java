package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R4")
class SubmitFormTest {

  private final Stand stand = new Stand();

  @Test
  @Tag("R9")
  void aSubmissionIsOneEventWithEverythingInNormalForm() {
    var response =
        stand.submit("summit-deck", Stand.lin(stand.nonce("summit-deck")), "cookie", Stand.BROWSER);
    assertThat(response.status()).isEqualTo(303);
    assertThat(response.headers()).containsEntry("location", "/f/summit-deck/thanks");

    var event = onlyEvent();
    assertThat(event.occurredAt()).isEqualTo(stand.now());
    assertThat(event.channel()).isEqualTo(Channel.EXPO);
    assertThat(event.sharedDevice()).isFalse();
    assertThat(event.origin())
        .isEqualTo(new Origin("summit-talk", "summit-2026", "closing-slide", "summit-deck"));
    assertThat(event.identities())
        .extracting(Identity::toString)
        .containsExactly(
            "email:lin.yue@example.com", "phone:+8613800138000", "cookie:" + Stand.BROWSER);
    var form = (FormSubmitted) event.happening();
    assertThat(form.answers())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "name", "Lin Yue",
                    "company", "Example Machines",
                    "email", "lin.yue@example.com",
                    "mobile", "+8613800138000",
                    "industry", "manufacturing")));
    assertThat(form.consent()).isTrue();
    assertThat(form.locale()).isEqualTo("zh");
    assertThat(LeadEvent.fromJson(event.toJson())).isEqualTo(event);
  }

  @Test
  void whatIsProbablyATypoIsAskedAboutOnceAndNeverChanged() {
    var typed = Stand.lin(stand.nonce("summit-deck"));
    typed.put("email", "lin@gmial.com");
    typed.put("lang", "en");
    var asked = stand.submit("summit-deck", typed);
    assertThat(asked.status()).isEqualTo(422);
    assertThat(Stand.text(asked))
        .contains("Did you mean gmail.com?", "name=\"asked\" value=\"lin@gmial.com\"");
    typed.put("lang", "zh");
    assertThat(Stand.text(stand.submit("summit-deck", typed))).contains("您是不是想填 gmail.com？");
    assertThat(stand.queue.sent()).isEmpty();

    typed.put("asked", "lin@gmial.com");
    typed.put("email", "lin@hotmial.com");
    assertThat(stand.submit("summit-deck", typed).status()).as("another one").isEqualTo(422);
    typed.put("email", "lin@gmial.com");
    assertThat(stand.submit("summit-deck", typed).status()).isEqualTo(303);
    assertThat(((FormSubmitted) onlyEvent().happening()).answers())
        .containsEntry("email", "lin@gmial.com");
  }

  @Test
  void aMailboxThatNobodyReadsIsRefusedAndSaysSo() {
    var typed = Stand.lin(stand.nonce("summit-deck"));
    typed.put("email", "noreply@example.com");
    typed.put("lang", "en");
    var refused = stand.submit("summit-deck", typed);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(Stand.text(refused)).contains("Nobody reads mail that is sent there.");
    typed.put("lang", "zh");
    assertThat(Stand.text(stand.submit("summit-deck", typed))).contains("发到这个邮箱的邮件没有人看");
    assertThat(stand.queue.sent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"中文@公司.cn", "前台@example.cn", "josé@xn--mnchen-3ya.de"})
  void anAddressThatOurMailCannotReachIsRefusedAndSaysSo(String address) {
    var typed = Stand.lin(stand.nonce("summit-deck"));
    typed.put("email", address);
    typed.put("lang", "en");
    var refused = stand.submit("summit-deck", typed);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(Stand.text(refused)).contains("Our mail cannot reach an address with letters such");
    typed.put("lang", "zh");
    assertThat(Stand.text(stand.submit("summit-deck", typed))).contains("请换一个邮箱");
    assertThat(stand.queue.sent()).isEmpty();

    typed.put("email", "qiantai@公司.cn");
    assertThat(stand.submit("summit-deck", typed).status()).as("a domain").isEqualTo(303);
  }

  @Test
  @Tag("R9")
  void thanksAreTrueWhetherOrNotAnAddressMayBeWrittenTo() {
    assertThat(Stand.text(stand.get("/f/summit-deck/thanks?lang=en")))
        .contains("if you are asked to confirm first", "one that asks you to confirm comes first")
        .doesNotContain("on their way");
    assertThat(Stand.text(stand.get("/f/summit-deck/thanks?lang=zh")))
        .contains("如果需要您先确认", "会先寄一封请您确认的邮件")
        .doesNotContain("已在路上");
  }

  @Test
  void theThankYouPageSpeaksTheLanguageOfTheForm() {
    var typed = Stand.lin(stand.nonce("summit-deck"));
    typed.put("lang", "en");
    var response = stand.submit("summit-deck", typed, "accept-language", "zh");
    assertThat(response.headers()).containsEntry("location", "/f/summit-deck/thanks?lang=en");
    assertThat(((FormSubmitted) onlyEvent().happening()).locale()).isEqualTo("en");
    assertThat(Stand.text(stand.get("/f/summit-deck/thanks?lang=en")))
        .contains("Please look into your inbox", "<html lang=\"en\">");
    assertThat(stand.get("/f/other/thanks").status()).isEqualTo(404);
  }

  @Test
  void aDoubleClickAndAReloadTellTheSameEvent() {
    var typed = Stand.lin(stand.nonce("summit-deck"));
    stand.submit("summit-deck", typed);
    stand.submit("summit-deck", typed);
    stand.pass(Duration.ofMinutes(10));
    stand.submit("summit-deck", typed);
    assertThat(stand.queue.sent()).extracting(LeadEvent::id).hasSize(3);
    assertThat(stand.queue.sent().stream().map(LeadEvent::id).distinct()).hasSize(1);

    stand.submit("summit-deck", Stand.lin(stand.nonce("summit-deck")));
    assertThat(stand.queue.sent().stream().map(LeadEvent::id).distinct()).hasSize(2);
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedIsKept() {
    var typed = Stand.lin(stand.nonce("summit-deck"));
    typed.putAll(
        Map.of(
            "name", "", "email", "nobody", "mobile", "12", "company", "A <b>&\" B", "lang", "en"));
    typed.remove("consent");
    typed.put("plan", "within-3-months");
    var response = stand.submit("summit-deck", typed);
    assertThat(response.status()).isEqualTo(422);
    var page = Stand.text(response);
    assertThat(page)
        .contains("value=\"A &lt;b>&amp;&#34; B\"", "value=\"nobody\"", "value=\"12\"")
        .contains("value=\"manufacturing\" selected", "value=\"within-3-months\" checked")
        .contains("role=\"alert\"", "href=\"#q-email\"", "aria-invalid=\"true\"")
        .contains("id=\"error-name\">Please fill this in.")
        .contains("aria-describedby=\"hint-email error-email\"")
        .contains("id=\"error-mobile\"", "id=\"error-consent\"")
        .contains("value=\"summit-talk\"")
        .doesNotContain("<b>", "id=\"error-company\"");
    assertThat(stand.queue.sent()).isEmpty();

    typed.putAll(Map.of("name", "Lin", "email", "lin@example.com", "mobile", "", "consent", "yes"));
    assertThat(Stand.nonceIn(page)).isEqualTo(typed.get("nonce"));
    assertThat(stand.submit("summit-deck", typed).status()).isEqualTo(303);
    assertThat(stand.queue.sent()).hasSize(1);
  }

  @Test
  void otherAnswersFromTheSamePageAreAnotherEvent() {
    var typed = Stand.lin(stand.nonce("summit-deck"));
    stand.submit("summit-deck", typed);
    typed.put("email", "lin.yue@example.org");
    stand.submit("summit-deck", typed);
    typed.putAll(Map.of("name", "Wang Wei", "email", "wang@example.com", "mobile", ""));
    stand.submit("summit-deck", typed);
    typed.put("email", " WANG@example.com ");
    stand.submit("summit-deck", typed);
    typed.remove("consent");
    typed.put("consent", "on");
    stand.submit("summit-deck", typed);

    var sent = stand.queue.take();
    assertThat(sent).hasSize(5);
    assertThat(sent.stream().map(LeadEvent::id).distinct()).hasSize(3);
    assertThat(sent.stream().map(e -> ((FormSubmitted) e.happening()).receipt()).distinct())
        .hasSize(3);
  }

  @Test
  void aKioskAndAPageHostedElsewhereTakeOnePersonAfterTheOther() {
    var kiosk = new TreeMap<>(Map.of("nonce", stand.nonce("booth"), "email", "a@example.com"));
    stand.submit("booth", kiosk);
    kiosk.put("email", "b@example.com");
    stand.submit("booth", kiosk);
    var fields = new LinkedHashMap<String, Object>(Map.of("size", "small", "terms", true));
    fields.put("nonce", stand.nonce("survey"));
    var receipts = new HashSet<Object>();
    for (var topic : List.of("one", "two", "two")) {
      fields.put("topic", topic);
      receipts.add(Json.parse(Stand.text(json(fields))).get("receipt"));
    }

    assertThat(receipts).hasSize(2);
    var sent = stand.queue.take();
    assertThat(sent).hasSize(5);
    assertThat(sent.stream().map(LeadEvent::id).distinct()).hasSize(4);
    assertThat(sent.stream().flatMap(e -> e.identities().stream()).distinct())
        .as("whoever leaves no contact is somebody else each time")
        .hasSize(4);
  }

  @Test
  void whatComesTooFastIsAskedAgainAndKept() {
    var quick = Stand.lin(Stand.nonceIn(Stand.text(stand.get("/f/summit-deck"))));
    quick.put("lang", "en");
    stand.pass(Duration.ofMillis(1999));
    var again = stand.submit("summit-deck", quick);
    assertThat(again.status()).isEqualTo(422);
    assertThat(Stand.text(again))
        .contains("faster than anybody types", "value=\"Lin Yue\"", "value=\"138 0013 8000\"")
        .contains("value=\"manufacturing\" selected");
    assertThat(stand.queue.take()).isEmpty();

    stand.pass(Duration.ofMillis(1));
    quick.put("nonce", Stand.nonceIn(Stand.text(again)));
    assertThat(stand.submit("summit-deck", quick).status()).isEqualTo(303);
    assertThat(stand.queue.take()).hasSize(1);
  }

  @Test
  void jsonThatComesTooFastIsToldWithTheNonceToSendAgain() {
    var fields = new LinkedHashMap<String, Object>(Map.of("topic", "x", "size", "small"));
    var nonce = Stand.nonceIn(Stand.text(stand.get("/f/survey")));
    fields.put("nonce", nonce);
    var response = json(fields);
    assertThat(response.status()).isEqualTo(422);
    assertThat(Json.parse(Stand.text(response)))
        .containsEntry("nonce", nonce)
        .containsOnlyKeys("errors", "nonce");
    assertThat(stand.queue.take()).isEmpty();
  }

  @Test
  void aFilledTrapIsThankedForAndWaitsForAPerson() {
    var honest = stand.submit("summit-deck", Stand.lin(stand.nonce("summit-deck")));
    stand.queue.take();

    var filled = Stand.lin(stand.nonce("summit-deck"));
    filled.put("comments", "https://example.com");
    assertSame(stand.submit("summit-deck", filled), honest);
    var trapped = (FormSubmitted) onlyEvent().happening();
    assertThat(trapped.doubt()).isEqualTo(SubmitForm.TRAPPED);
    assertThat(trapped.answers()).containsEntry("name", "Lin Yue").doesNotContainKey("comments");

    filled.put("email", "nobody");
    assertThat(stand.submit("summit-deck", filled).status()).isEqualTo(422);
    filled.put("nonce", "");
    assertThat(stand.submit("summit-deck", filled).status()).isEqualTo(422);
    assertThat(stand.queue.take()).isEmpty();
  }

  @Test
  void whatAutofillKnowsIsNoTrap() {
    var typed = Stand.lin(stand.nonce("summit-deck"));
    typed.putAll(Map.of("website", "https://example.com", "homepage", "x", "fax", "1"));
    stand.submit("summit-deck", typed);
    assertThat(((FormSubmitted) onlyEvent().happening()).doubt()).isNull();
  }

  @Test
  void aPageOpenForADayIsSentAgainWithoutLoss() {
    var typed = Stand.lin(Stand.nonceIn(Stand.text(stand.get("/f/summit-deck"))));
    stand.pass(Duration.ofHours(24).minusSeconds(1));
    assertThat(stand.submit("summit-deck", typed).status()).isEqualTo(303);
    stand.queue.take();

    stand.pass(Duration.ofSeconds(1));
    typed.put("lang", "en");
    var response = stand.submit("summit-deck", typed);
    assertThat(response.status()).isEqualTo(422);
    assertThat(Stand.text(response))
        .contains("The page was open too long", "value=\"Lin Yue\"", "name=\"consent\"");
    assertThat(stand.queue.take()).isEmpty();

    typed.put("nonce", Stand.nonceIn(Stand.text(response)));
    assertThat(stand.submit("summit-deck", typed).status()).isEqualTo(303);
    assertThat(stand.queue.take()).hasSize(1);
  }

  @Test
  void aForeignNonceIsNeverTaken() {
    var ofAnotherForm = Stand.lin(stand.nonce("booth"));
    assertThat(stand.submit("summit-deck", ofAnotherForm).status()).isEqualTo(422);
    var none = Stand.lin("");
    none.remove("nonce");
    assertThat(stand.submit("summit-deck", none).status()).isEqualTo(422);

    var nonce = stand.nonce("summit-deck");
    for (int i = 0; i < nonce.length(); i++) {
      for (int bit = 0; bit < 7; bit++) {
        var changed = nonce.toCharArray();
        changed[i] ^= (char) (1 << bit);
        var typed = Stand.lin(new String(changed));
        assertThat(stand.submit("summit-deck", typed).status()).isEqualTo(422);
      }
    }
    assertThat(stand.queue.sent()).isEmpty();
  }

  @Test
  void peopleAtOneTabletStaySeveralPeople() {
    var typed = new TreeMap<>(Map.of("nonce", stand.nonce("booth"), "email", "a@example.com"));
    stand.submit("booth", typed, "cookie", Stand.BROWSER);
    var event = onlyEvent();
    assertThat(event.sharedDevice()).isTrue();
    assertThat(event.identities())
        .extracting(Identity::toString)
        .containsExactly("email:a@example.com");

    var kiosk = Stand.lin(stand.nonce("summit-deck"));
    kiosk.put("kiosk", "1");
    var response = stand.submit("summit-deck", kiosk, "cookie", Stand.BROWSER);
    assertThat(response.headers()).containsEntry("location", "/f/summit-deck/thanks?kiosk");
    assertThat(onlyEvent().identities()).noneMatch(i -> i.toString().contains(Stand.BROWSER));
    assertThat(Stand.text(stand.get("/f/summit-deck/thanks?kiosk&lang=en")))
        .contains("href=\"/f/summit-deck?lang=en&amp;kiosk\"");
  }

  @Test
  void whoeverLeavesNoContactIsStillSomebody() {
    stand.submit("booth", new TreeMap<>(Map.of("nonce", stand.nonce("booth"))));
    stand.submit("booth", new TreeMap<>(Map.of("nonce", stand.nonce("booth"))));
    assertThat(stand.queue.sent().stream().flatMap(e -> e.identities().stream()).distinct())
        .hasSize(2);
    assertThat(stand.queue.sent()).noneMatch(LeadEvent::sharedDevice);
  }

  @Test
  void jsonFromElsewhereIsWorthTheSame() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("nonce", stand.nonce("survey"));
    fields.put("topic", 42);
    fields.put("email", null);
    fields.put("mobile", 13800138000L);
    fields.put("size", "large");
    fields.put("channels", List.of("large", "small", "large"));
    fields.put("terms", true);
    fields.put("mails", true);
    fields.put("code", "brochure");
    var response = json(fields);
    assertThat(response.status()).isEqualTo(202);
    assertThat(response.headers()).containsEntry("access-control-allow-origin", "*");
    assertThat(response.cookies()).isEmpty();

    var event = onlyEvent();
    var form = (FormSubmitted) event.happening();
    assertThat(Json.parse(Stand.text(response))).isEqualTo(Map.of("receipt", form.receipt()));
    assertThat(event.channel()).isEqualTo(Channel.WEB);
    assertThat(event.origin()).isEqualTo(new Origin("brochure", null, "page-2", null));
    assertThat(form.answers())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "topic", "42",
                    "mobile", "+8613800138000",
                    "size", "large",
                    "channels", "small,large")));
    assertThat(form.consent()).isTrue();
  }

  @Test
  void jsonIsToldWhatIsWrongInItsLanguage() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("nonce", stand.nonce("survey"));
    fields.put("lang", "zh");
    fields.put("topic", "x".repeat(201));
    fields.put("size", List.of("small", "large"));
    fields.put("channels", List.of("huge"));
    var response = json(fields);
    assertThat(response.status()).isEqualTo(422);
    assertThat(Json.parse(Stand.text(response)))
        .isEqualTo(
            Map.of(
                "errors",
                Map.of(
                    "topic", "请不要超过 200 个字符。",
                    "size", "请从给出的选项中选择。",
                    "channels", "请从给出的选项中选择。")));

    fields.put("nonce", "foreign");
    assertThat(Json.parse(Stand.text(json(fields)))).containsOnlyKeys("errors", "nonce");
    assertThat(stand.queue.sent()).isEmpty();
  }

  @Test
  void consentMeansEveryBoxOfTheForm() {
    for (var ticked :
        List.of(Map.of(), Map.of("terms", "on"), Map.of("terms", "on", "mails", "no"))) {
      var fields = new LinkedHashMap<String, Object>(Map.of("topic", "x", "size", "small"));
      ticked.forEach((k, v) -> fields.put((String) k, v));
      fields.put("nonce", stand.nonce("survey"));
      json(fields);
      assertThat(((FormSubmitted) onlyEvent().happening()).consent()).isFalse();
    }
  }

  @Test
  void aTextMayHaveTwoHundredCharactersOfAnyScript() {
    var typed = Stand.lin(stand.nonce("summit-deck"));
    typed.put("name", "𠮷".repeat(200));
    assertThat(stand.submit("summit-deck", typed).status()).isEqualTo(303);
    typed.put("name", "𠮷".repeat(201));
    assertThat(stand.submit("summit-deck", typed).status()).isEqualTo(422);
  }

  @Test
  void invisibleMarksAroundACopiedNumberAreRefusedByField() {
    var typed = Stand.lin(stand.nonce("summit-deck"));
    typed.put("mobile", "\u202A+86 138-0013-8000\u202C");
    assertThat(stand.submit("summit-deck", typed).status()).isEqualTo(422);
    assertThat(stand.queue.sent()).isEmpty();
  }

  private Response json(Map<String, Object> fields) {
    var body = Json.compose(fields).getBytes(StandardCharsets.UTF_8);
    return stand.post("/f/survey", body, "content-type", "application/json; charset=UTF-8");
  }

  private LeadEvent onlyEvent() {
    var events = stand.queue.take();
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private static void assertSame(Response a, Response b) {
    assertThat(a.status()).isEqualTo(b.status());
    assertThat(a.headers()).isEqualTo(b.headers());
    assertThat(a.cookies()).isEqualTo(b.cookies());
    assertThat(a.body()).isEqualTo(b.body());
  }
}
