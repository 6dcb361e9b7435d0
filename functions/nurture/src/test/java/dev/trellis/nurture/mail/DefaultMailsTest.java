package dev.trellis.nurture.mail;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.KEYS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.START;
import static dev.trellis.nurture.Scene.URL;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.signing.ContentLinks;
import dev.trellis.core.signing.ContentLinks.Link;
import dev.trellis.nurture.Scene;
import dev.trellis.playbook.PlaybookReader;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultMailsTest {

  private static final Playbook PLAYBOOK =
      PlaybookReader.read(Path.of("..", "..", "infra", "playbook"));

  @ParameterizedTest
  @CsvSource({"zh,林梅", "en,Lin Mei", "zh,''", "en,''"})
  @Tag("R6")
  void everyMailOfTheDefaultPlaybookCanBeWritten(String language, String name) throws Exception {
    assertThat(PLAYBOOK.mails()).isNotEmpty();
    for (var mail : PLAYBOOK.mails().values()) {
      if (mail.kind() == Kind.INTERNAL) {
        continue;
      }
      for (var content : PLAYBOOK.contents().values()) {
        var scene = new Scene();
        scene.submits(LEAD, ADDRESS, Map.of("name", name, "locale", language), true);
        var profile = scene.leads.find(LEAD).orElseThrow().profile();
        var portrait = Portrait.of(LEAD, profile, PLAYBOOK, START);
        var letter = Scene.letters().write("send", mail, Optional.of(content), portrait, ADDRESS);

        var raw = new ByteArrayInputStream(letter.outgoing().raw());
        var parts = (Multipart) new MimeMessage((Session) null, raw).getContent();
        for (int i = 0; i < 2; i++) {
          assertThat((String) parts.getBodyPart(i).getContent())
              .contains(name)
              .contains(
                  mail.kind() == Kind.CONFIRMATION
                      ? List.of(URL + "/confirm/")
                      : List.of(content.title().in(language), URL + "/c/"))
              .containsOnlyOnce(URL + "/u/")
              .doesNotContain("{{", "}}", "<>", "null");
        }
        assertThat(letter.subject()).isNotBlank().doesNotContain("{{");
      }
    }
  }

  @Test
  @Tag("R99")
  void theAlertTellsSalesWhomToCallAndWhy() throws Exception {
    var scene = new Scene();
    scene.submits(
        LEAD,
        ADDRESS,
        Map.of("name", "林梅", "company", "示例公司", "mobile", "+8613800138000", "need", "lead-scoring"),
        true);
    var profile = scene.leads.find(LEAD).orElseThrow().profile();
    var portrait = Portrait.of(LEAD, profile, PLAYBOOK, START);
    var letter =
        Scene.letters()
            .alert("send", PLAYBOOK.mails().get("alert-sdr"), portrait, "sdr@trellis.example");

    var message =
        new MimeMessage((Session) null, new ByteArrayInputStream(letter.outgoing().raw()));
    assertThat(message.getHeader("List-Unsubscribe")).isNull();
    var text = (String) ((Multipart) message.getContent()).getBodyPart(0).getContent();
    assertThat(text)
        .contains("林梅", "示例公司", ADDRESS, "线索评分", "潜在线索", LEAD)
        .doesNotContain("{{", "null", "/u/");
    assertThat(letter.subject()).contains("示例公司").doesNotContain("{{");
  }

  @Test
  @Tag("R10")
  void aCallToActionIsALinkOfTheReadersOwn() {
    var scene = new Scene();
    scene.submits(LEAD, ADDRESS, Map.of("locale", "en"), true);
    var profile = scene.leads.find(LEAD).orElseThrow().profile();
    var portrait = Portrait.of(LEAD, profile, PLAYBOOK, START);
    var mail = PLAYBOOK.mails().get("win-back");

    var letter =
        Scene.letters().write("send", mail, PLAYBOOK.content("win-back-news"), portrait, ADDRESS);

    var token = Pattern.compile("/go/subscribe\\?at=mail&amp;for=([\\w.-]+)\"");
    var found = token.matcher(html(letter));
    assertThat(found.find()).isTrue();
    assertThat(ContentLinks.ofCtas(KEYS).read(found.group(1), START))
        .contains(
            new Link(
                LEAD, "subscribe", "send", "en", START, Identity.parse("email:" + ADDRESS).mark()));
    assertThat(html(letter)).contains(">Get the ninety-day plan and our letters</a>");
  }

  private static String html(Letter letter) {
    try {
      var raw = new ByteArrayInputStream(letter.outgoing().raw());
      var parts = (Multipart) new MimeMessage((Session) null, raw).getContent();
      return (String) parts.getBodyPart(1).getContent();
    } catch (Exception e) {
      throw new AssertionError("is no mail of two parts", e);
    }
  }
}
