package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.journey.Why;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.nurture.MailFeedback.Kind;
import dev.trellis.playbook.PlaybookReader;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hot lead alerts the SDR once, with the dossier, however often the message is delivered. */
class AlertTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final String SEND = "alert-1";
  private static final int DELIVERIES = 10;
  private static final List<String> READ =
      List.of(
          "omni-channel-capture-strategy",
          "omni-channel-capture-solution",
          "progressive-profiling-strategy",
          "progressive-profiling-solution");

  private final Scene scene = new Scene();

  @BeforeEach
  void aHotLead() {
    scene.submits(LEAD, ADDRESS, Map.of("company", "示例公司", "need", "lead-scoring"), true);
  }

  @Test
  @Tag("R99")
  void oneAlertGoesToTheSdrHoweverOftenTheMessageComes() {
    for (int i = 0; i < DELIVERIES; i++) {
      assertThat(dispatch(i > 0)).isEqualTo(State.SENT);
      scene.clock.forward(Duration.ofHours(1));
    }

    assertThat(scene.mailer.asked())
        .singleElement()
        .satisfies(mail -> assertThat(mail.to()).contains("sdr@trellis.example"));
    assertThat(scene.events.sent()).as("the lead itself got nothing").isEmpty();
  }

  @Test
  @Tag("R99")
  void aLostAnswerIsNoSecondAlert() {
    scene.mailer.answering(new SendResult.Unknown("SocketTimeoutException"));
    for (int i = 0; i < DELIVERIES; i++) {
      assertThat(dispatch(i > 0)).isEqualTo(State.UNKNOWN);
    }
    var feedback =
        new MailFeedback(
            SEND,
            LEAD,
            "ses-1",
            scene.clock.instant(),
            Kind.SENT,
            List.of("sdr@trellis.example"),
            null);
    scene.recordFeedback().record(feedback, false);

    assertThat(dispatch(true)).isEqualTo(State.SENT);
    assertThat(scene.mailer.asked()).hasSize(1);
  }

  @Test
  @Tag("R99")
  void twoDeliveriesThatBothLoadedBeforeEitherClaimedAreOneAlert() {
    var outrun = MeddledLedger.outrunBy(() -> dispatch(false), scene.ledger);

    assertThat(dispatch(outrun, PLAYBOOK, true)).isEqualTo(State.SENT);
    assertThat(scene.mailer.asked()).hasSize(1);
  }

  @Test
  @Tag("R99")
  void aClaimOfOurOwnWhoseAnswerWasLostIsOneAlert() {
    var losing = MeddledLedger.losingAnswers(scene.ledger);

    assertThat(dispatch(losing, PLAYBOOK, false)).isEqualTo(State.SENT);
    assertThat(scene.mailer.asked()).hasSize(1);
  }

  @Test
  @Tag("R99")
  void salesIsToldAtNightAndOfALeadThatWantsNoMailItself() {
    scene.happens(LEAD, new Unsubscribed("other", null));
    scene.clock.forward(Duration.ofHours(8)); // one in the morning in Shanghai

    assertThat(dispatch(false)).isEqualTo(State.SENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh|2026-03-02 · 展会|2026-03-03 · 网站|读过带标签的内容 4 次（满 3 即热）|（满 30 即热）"
            + "|关键行为 1 项（满 1 即热）：「同时读了策略与解决方案」",
        "en|2026-03-02 · expo|2026-03-03 · web|reads of tagged contents: 4 (hot from 3)"
            + "|(hot from 30)"
            + "|key behaviours: 1 (hot from 1): “Read both a strategy and a solution”",
      })
  @Tag("R98")
  @Tag("R99")
  void theAlertSaysWhatMadeTheLeadHotAndWhereItCameFrom(
      String language,
      String first,
      String last,
      String tags,
      String activity,
      String keys,
      @TempDir Path root)
      throws Exception {
    scene.clock.forward(Duration.ofDays(1));
    for (var content : READ) {
      scene.happens(LEAD, new ContentRead(content, 1, 300, null));
    }

    var text = alert(speaking(language, root));

    assertThat(text).contains(first, last, tags, activity, keys);
    var why = text.lines().filter(line -> line.contains(tags)).findFirst().orElseThrow();
    assertThat(why).as("the thresholds, not the pool").doesNotContain("池", "Pool", "need known");
  }

  private String alert(Playbook playbook) throws Exception {
    dispatch(scene.ledger, playbook, false);
    var raw = new ByteArrayInputStream(scene.mailer.asked().getFirst().raw());
    var parts = (Multipart) new MimeMessage((Session) null, raw).getContent();
    return (String) parts.getBodyPart(0).getContent();
  }

  private static Playbook speaking(String language, Path root) throws IOException {
    try (var files = Files.walk(PLAYBOOK.root())) {
      for (var file : files.toList()) {
        var copy = root.resolve(PLAYBOOK.root().relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    var main = root.resolve("playbook.yaml");
    var first = "languages: [" + language + ", " + (language.equals("zh") ? "en" : "zh") + "]";
    Files.writeString(main, Files.readString(main).replace("languages: [zh, en]", first));
    return PlaybookReader.read(root);
  }

  private State dispatch(boolean again) {
    return dispatch(scene.ledger, PLAYBOOK, again);
  }

  private State dispatch(MailLedger ledger, Playbook playbook, boolean again) {
    var due =
        new MailDue(
            SEND,
            LEAD,
            "high-value",
            "verdict.hot.alert-sdr",
            "alert-sdr",
            null,
            Why.parse("hot"),
            null,
            Scene.START);
    return new DispatchMail(
            ledger,
            playbook,
            Scene.letters(),
            scene.keys,
            scene.sending(scene.mailer),
            scene.events,
            scene.timers,
            scene.clock)
        .dispatch(due, again)
        .state();
  }
}
