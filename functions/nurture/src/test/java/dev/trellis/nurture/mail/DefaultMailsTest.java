package dev.trellis.nurture.mail;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.SECRET;
import static dev.trellis.nurture.Scene.START;
import static dev.trellis.nurture.Scene.URL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookReader;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.nurture.Scene;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
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
      for (var content : PLAYBOOK.contents().values()) {
        var scene = new Scene();
        scene.submits(LEAD, ADDRESS, Map.of("name", name, "locale", language), true);
        var profile = scene.leads.find(LEAD).orElseThrow().profile();
        var portrait = Portrait.of(LEAD, profile, PLAYBOOK, START);
        var letter =
            new LetterWriter(SECRET, URL)
                .write("send", mail, Optional.of(content), portrait, ADDRESS);

        var raw = new ByteArrayInputStream(letter.outgoing().raw());
        var parts = (Multipart) new MimeMessage((Session) null, raw).getContent();
        for (int i = 0; i < 2; i++) {
          assertThat((String) parts.getBodyPart(i).getContent())
              .contains(content.title().in(language), URL + "/c/", name)
              .containsOnlyOnce(URL + "/u/")
              .doesNotContain("{{", "}}", "<>", "null");
        }
        assertThat(letter.subject()).isNotBlank().doesNotContain("{{");
      }
    }
  }
}
