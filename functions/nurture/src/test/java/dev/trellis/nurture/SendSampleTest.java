package dev.trellis.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.message.SampleMail;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.Mailer.SendResult;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail that one of our own people has sent to themselves. */
class SendSampleTest {

  private static final String ME = "mei@trellis.example";

  private final Scene scene = new Scene();
  private final SendSample samples = new SendSample(scene.dispatchMail());

  private static SampleMail asked(String language) {
    var mail = SmallPlaybook.PLAYBOOK.mails().keySet().stream().sorted().findFirst().orElseThrow();
    var asked = new SampleMail("sample-1", mail, null, language, ME);
    return SampleMail.find(Json.write(asked)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"zh, [测试], 退订", "en, [Test], Unsubscribe"})
  void goesToWhoAskedMarkedAsATestAndIsWrittenDownNowhere(
      String language, String mark, String leave) {
    assertThat(samples.send(asked(language), false)).isEmpty();

    assertThat(scene.mailer.asked())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.to()).isEqualTo(ME);
          assertThat(mail.tags()).as("by which SES's news would find a lead").isEmpty();
          var read = new MimeMessage((Session) null, new ByteArrayInputStream(mail.raw()));
          assertThat(read.getSubject()).startsWith(mark);
          var parts = (MimeMultipart) read.getContent();
          assertThat(parts.getBodyPart(0).getContent().toString())
              .contains(leave, Scene.URL + "/u/preview");
        });
    assertThat(scene.events.sent()).isEmpty();
    assertThat(scene.tables).usingRecursiveComparison().isEqualTo(new Scene().tables);
  }

  @Test
  void doesNotGoTwiceOrWhileAllMailIsKeptBack() {
    assertThat(samples.send(asked("zh"), true)).contains("it may have gone before");
    new SendingDesk(scene.line, scene.timers, scene.clock).say("pause");
    assertThat(samples.send(asked("zh"), false)).contains(Hindrance.STOPPED_BY_HAND.key());
    assertThat(scene.mailer.asked()).isEmpty();
  }

  @Test
  void aQuotaThatItFindsSpentKeepsAllMailBack() {
    scene.mailer.answering(new SendResult.TryAgain(Hindrance.DAILY_QUOTA, "told so"));
    assertThat(samples.send(asked("zh"), false)).contains(Hindrance.DAILY_QUOTA.key());
    assertThat(scene.line.brake().holds(scene.clock.instant())).isTrue();
  }
}
