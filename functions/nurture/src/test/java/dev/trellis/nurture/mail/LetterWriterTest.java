package dev.trellis.nurture.mail;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.KEYS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.SEND;
import static dev.trellis.nurture.Scene.START;
import static dev.trellis.nurture.Scene.URL;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.signing.ContentLinks;
import dev.trellis.core.text.Wording;
import dev.trellis.nurture.Scene;
import dev.trellis.nurture.SmallPlaybook;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterWriterTest {

  private static final Playbook PLAYBOOK = SmallPlaybook.PLAYBOOK;

  private final Scene scene = new Scene();
  private final LetterWriter writer = Scene.letters();

  @Test
  @Tag("R6")
  void theMailHoldsASignedLinkThatExpires() throws Exception {
    var text = text(parse(write("deck-delivery", Map.of())));

    var token = find(text, Pattern.quote(URL) + "/c/(\\S+)");
    var links = new ContentLinks(KEYS);
    assertThat(links.read(token, START.plus(Duration.ofDays(30)).minusSeconds(1)))
        .contains(
            new ContentLinks.Link(
                LEAD, "summit-deck", SEND, "en", START, Identity.parse("email:" + ADDRESS).mark()));
    assertThat(links.read(token, START.plus(Duration.ofDays(30)))).isEmpty();
  }

  @Test
  void theHeadersAreThoseOfAMailThatCanBeLeftWithOneClick() throws Exception {
    var message = parse(write("deck-delivery", Map.of()));

    var header = message.getHeader("List-Unsubscribe", null);
    var token = find(header, "^<" + Pattern.quote(URL) + "/u/([^>]+)>$");
    assertThat(
            new UnsubscribeLinks(KEYS, new SuppressionKeys(KEYS))
                .read(token, START.plus(Duration.ofDays(729))))
        .hasValueSatisfying(link -> {
          assertThat(link.lead() + " " + link.sendId()).isEqualTo(LEAD + " " + SEND);
          assertThat(new UnsubscribeLinks(KEYS, new SuppressionKeys(KEYS)).isTo(link, ADDRESS))
              .isTrue();
          assertThat(
                  new UnsubscribeLinks(KEYS, new SuppressionKeys(KEYS))
                      .isTo(link, "mei@example.com"))
              .isFalse();
        });
    assertThat(message.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    assertThat(message.getSentDate()).isEqualTo(Date.from(START));
    assertThat(message.getMessageID()).isEqualTo("<send-1@trellis.example>");
    assertThat(message.getContentLanguage()).containsExactly("en");
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    assertThat(message.getAllHeaders().asIterator())
        .toIterable()
        .extracting("name")
        .containsExactlyInAnyOrder(
            "Date",
            "From",
            "To",
            "Message-ID",
            "Reply-To",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Content-Language",
            "List-Unsubscribe",
            "List-Unsubscribe-Post");
  }

  @ParameterizedTest
  @CsvSource({
    "deck-delivery, '',                     SDR <sdr@trellis.example>",
    "deck-delivery, 王敏,                    SDR <sdr@trellis.example>",
    "content,       sales-east,             SDR <sdr@trellis.example>",
    "content,       wang@trellis.example,   wang@trellis.example",
    "confirm,       王 <wang@trellis.example>, 王 <wang@trellis.example>",
    "deck-delivery, wang@trellis.example BAD, SDR <sdr@trellis.example>"
  })
  void repliesGoToTheOwnerElseToTheDesk(String mail, String owner, String replyTo)
      throws Exception {
    var message = parse(write(mail, owner.isEmpty() ? Map.of() : Map.of("owner", owner)));

    assertThat(message.getReplyTo()).containsExactly(new InternetAddress(replyTo));
    assertThat(((InternetAddress) message.getReplyTo()[0]).getPersonal())
        .isEqualTo(new InternetAddress(replyTo).getPersonal());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "the SDRs @ home")
  void repliesGoToTheSenderIfThereIsNoDesk(String alertsTo) throws Exception {
    var playbook = SmallPlaybook.alerting(alertsTo);
    var message = parse(write(playbook, playbook.mails().get("content"), Map.of()));

    assertThat(message.getHeader("Reply-To")).isNull();
    assertThat(message.getFrom()).isNotEmpty();
  }

  @Test
  void senderSubjectAndRecipientSurviveTheirEncoding() throws Exception {
    var letter = write("deck-delivery", Map.of("locale", "zh", "name", "林梅"));
    var message = parse(letter);

    assertThat(letter.subject()).isEqualTo("您要的资料");
    assertThat(message.getSubject()).isEqualTo("您要的资料");
    assertThat(message.getHeader("Subject", null)).startsWith("=?UTF-8?");
    assertThat(message.getFrom())
        .containsExactly(new InternetAddress("hello@trellis.example", "Trellis 藤架"));
    assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Trellis 藤架");
    var to = (InternetAddress) message.getAllRecipients()[0];
    assertThat(to.getAddress()).isEqualTo(ADDRESS);
    assertThat(to.getPersonal()).isEqualTo("林梅");
    assertThat(new String(letter.outgoing().raw(), StandardCharsets.ISO_8859_1))
        .matches("(?s)\\p{ASCII}*");
  }

  @Test
  void theTextReadsWellWithoutAnyMarkup() throws Exception {
    var text = text(parse(write("deck-delivery", Map.of("company", "Example Ltd"))));

    assertThat(text.replaceAll("/([cu])/[\\w.-]+", "/$1/…").replace("\r\n", "\n"))
        .isEqualTo(
            """
            Hello Lin Mei,

            All about summit-deck is what you asked for at Example Ltd.

            Open the slides
            https://go.trellis.example/c/…

            --

            You receive this mail because you left your address with us on 2026-03-02 and agreed to hear from us.
            Trellis Marketing Cloud · 100 Example Road, Shanghai
            Unsubscribe <https://go.trellis.example/u/…>
            """);
  }

  @Test
  void theHtmlSaysTheSameWithStylesOnItsElements() throws Exception {
    var html = html(parse(write("deck-delivery", Map.of("company", "Example Ltd"))));

    assertThat(html)
        .contains("<html lang=\"en\">")
        .containsPattern("<table [^>]*width=\"600\"[^>]*style=\"width:100%;max-width:600px")
        .contains("<meta name=\"color-scheme\" content=\"light dark\">")
        .contains(
            "<strong>All about summit-deck</strong> is what you asked for at <em>Example Ltd</em>.")
        .containsPattern(
            "<td [^>]*bgcolor=[^>]*mso-padding-alt:12px 24px[^>]*>"
                + "<a href=\"https://go\\.trellis\\.example/c/[\\w.-]+\" style=\"display:inline-block")
        .satisfies(all -> assertThat(count(all, "<table")).isEqualTo(count(all, "</table>")))
        .contains("100 Example Road, Shanghai<br>")
        .doesNotContain("<script", "<div", "http-equiv")
        .doesNotContain("\uE000", "\uE001");
  }

  @Test
  void aMailWithAWayOutOfItsOwnGetsNoSecondOne() throws Exception {
    var own =
        new MailText(
            "own",
            MailText.Kind.NURTURE,
            wording("Hi"),
            wording(
                "Hello\n\n---\n\n{{sender.name}}, {{sender.address}}\n[Leave]({{unsubscribe}})"));

    var text = text(parse(write(own, Map.of())));

    assertThat(text).contains("Leave <" + URL + "/u/").doesNotContain("Unsubscribe");
  }

  @Test
  void variablesWithoutAValueLeaveNoTrace() throws Exception {
    var mail =
        new MailText(
            "m",
            MailText.Kind.NURTURE,
            wording("About {{company}}"),
            wording("Dear {{#x}}no{{/x}}{{company}}you"));

    var message = parse(write(mail, Map.of()));

    assertThat(message.getSubject()).isEqualTo("About");
    assertThat(text(message)).startsWith("Dear you");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<b>Mei</b>",
        "*Mei*",
        "__Mei__ `code`",
        "[x](https://bad.example)",
        "![x](https://bad.example/x.png)",
        "<https://bad.example>",
        "Mei\r\nBcc: someone@bad.example",
        "Mei\n\n# Heading\n\n- item",
        "Mei\r\n\r\n--boundary",
        "{{unsubscribe}} {{{link}}}",
        "&lt;b&gt; &amp; &#60;",
        "\uE0000\uE001",
        "https://\uE0000\uE001",
        "\" onmouseover=\"x",
        "Mei\u2028Bcc: x\u0000",
        "=?UTF-8?Q?=0D=0ABcc:_x?=",
        "a|b\n-|-\n1|2",
        "\\*not\\* \\"
      })
  void nothingThatSomeoneTypesBecomesAnElementALinkOrAHeader(String typed) throws Exception {
    var mail =
        new MailText(
            "m",
            MailText.Kind.NURTURE,
            wording("For {{name}}"),
            wording("Hello {{name}}, from **{{{company}}}**\n\n{{name}}\n\n[Read]({{link}})"));

    var harmless = parse(write(mail, Map.of("name", "Mei", "company", "Mei")));
    var message = parse(write(mail, Map.of("name", typed, "company", typed)));

    assertThat(elements(html(message))).isEqualTo(elements(html(harmless)));
    assertThat(links(html(message))).isEqualTo(links(html(harmless)));
    assertThat(links(text(message))).isEqualTo(links(text(harmless)));
    assertThat(message.getAllHeaders().asIterator())
        .toIterable()
        .extracting("name")
        .isEqualTo(
            java.util.Collections.list(harmless.getAllHeaders()).stream()
                .map(jakarta.mail.Header::getName)
                .toList());
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(text(message).lines().count()).isEqualTo(text(harmless).lines().count());
  }

  @Test
  void whatSomeoneTypedIsShownAsTyped() throws Exception {
    var html = html(parse(write("deck-delivery", Map.of("name", "A*B & <C>"))));

    assertThat(html).contains("Hello A*B &amp; &lt;C&gt;,");
  }

  @Test
  void aNameThatIsNoNameDoesNotStandInTheHeader() throws Exception {
    for (var name : new String[] {"win@bad.example", "Go to bad.example/now", "x".repeat(61)}) {
      var to =
          (InternetAddress)
              parse(write("deck-delivery", Map.of("name", name))).getAllRecipients()[0];
      assertThat(to.getPersonal()).isNull();
    }
  }

  @Test
  void aTypedAddressIsBrokenSoThatNoMailProgramMakesItALink() throws Exception {
    var mail =
        write("deck-delivery", Map.of("name", "You won https://bad.example/a or x@bad.example"));

    assertThat(text(parse(mail)) + html(parse(mail)))
        .doesNotContain("bad.example", "x@bad")
        .contains("bad.\u2060example");
  }

  @Test
  void aLongNameIsCut() throws Exception {
    assertThat(text(parse(write("deck-delivery", Map.of("name", "长".repeat(200))))))
        .contains("Hello " + "长".repeat(80) + "…,");
  }

  @Test
  void anUnknownLanguageGetsTheCompanysOwn() throws Exception {
    assertThat(parse(write("deck-delivery", Map.of("locale", "fr"))).getSubject())
        .isEqualTo("您要的资料");
  }

  @Test
  void theSameMailIsWrittenTheSameTwice() {
    assertThat(boundaryless(write("deck-delivery", Map.of())))
        .isEqualTo(boundaryless(write("deck-delivery", Map.of())));
  }

  private Letter write(String mail, Map<String, String> answers) {
    return write(PLAYBOOK.mails().get(mail), answers);
  }

  private Letter write(MailText mail, Map<String, String> answers) {
    return write(PLAYBOOK, mail, answers);
  }

  private Letter write(Playbook playbook, MailText mail, Map<String, String> answers) {
    var told = new TreeMap<>(answers);
    var own = new Scene();
    own.submits(LEAD, ADDRESS, told, true);
    var profile = own.leads.find(LEAD).orElseThrow().profile();
    var portrait = Portrait.of(LEAD, profile, playbook, scene.clock.instant());
    return writer.write(SEND, mail, playbook.content("summit-deck"), portrait, ADDRESS);
  }

  private static Wording wording(String text) {
    return new Wording(new TreeMap<>(Map.of("zh", text, "en", text)));
  }

  private static MimeMessage parse(Letter letter) throws Exception {
    return new MimeMessage((Session) null, new ByteArrayInputStream(letter.outgoing().raw()));
  }

  private static String text(MimeMessage message) throws Exception {
    return part(message, 0, "text/plain; charset=UTF-8");
  }

  private static String html(MimeMessage message) throws Exception {
    return part(message, 1, "text/html; charset=UTF-8");
  }

  private static String part(MimeMessage message, int index, String type) throws Exception {
    BodyPart part = ((Multipart) message.getContent()).getBodyPart(index);
    assertThat(part.getContentType()).isEqualTo(type);
    return (String) part.getContent();
  }

  private static String boundaryless(Letter letter) {
    return new String(letter.outgoing().raw(), StandardCharsets.UTF_8)
        .replaceAll("----=_Part_[\\w.]+", "boundary");
  }

  private static java.util.List<String> elements(String html) {
    return all(html, "</?[a-zA-Z][^>\\s]*");
  }

  private static int count(String text, String what) {
    return all(text, what).size();
  }

  private static java.util.List<String> links(String text) {
    return all(text, "(?:https?://|www\\.)[^\\s\"<>]+");
  }

  private static java.util.List<String> all(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(r -> r.group()).toList();
  }

  private static String find(String text, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(text);
    return Optional.of(matcher).filter(m -> m.find()).map(m -> m.group(1)).orElse("none: " + text);
  }
}
