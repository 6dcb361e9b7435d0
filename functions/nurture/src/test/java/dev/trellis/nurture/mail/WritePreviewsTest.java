package dev.trellis.nurture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.message.MailPreview;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritePreviewsTest {

  @TempDir private Path folder;

  @Test
  void everyMailIsPreviewedInBothLanguages() throws IOException {
    var playbook = PlaybookReader.read(Path.of("../../infra/playbook"));

    WritePreviews.write(playbook, folder);

    assertThat(playbook.mails()).hasSizeGreaterThan(5);
    for (var mail : playbook.mails().values()) {
      for (var language : List.of("zh", "en")) {
        assertThat(read(mail.id(), language))
            .satisfies(seen -> {
              assertThat(seen.subject()).isNotBlank().doesNotContain("{{");
              assertThat(seen.text()).isNotBlank().doesNotContain("{{");
              assertThat(seen.html().contains("/u/preview"))
                  .isEqualTo(mail.kind() != Kind.INTERNAL);
            });
      }
    }
    assertThat(read("case", "zh").text()).contains("李娜");
    assertThat(read("case", "en").text()).contains("Li Na");
    assertThat(MailPreview.read(folder, "none", "en")).isEmpty();
  }

  private MailPreview read(String mail, String language) {
    return MailPreview.read(folder, mail, language).orElseThrow();
  }
}
