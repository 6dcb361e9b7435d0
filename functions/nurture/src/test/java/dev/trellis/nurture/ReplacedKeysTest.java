package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.http.Request;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.nurture.mail.LetterWriter;
import dev.trellis.nurture.mail.UnsubscribeLinks;
import org.junit.jupiter.api.Test;

/** Whoever unsubscribed stays so, and links that were mailed work, when a key is replaced. */
class ReplacedKeysTest {

  private static final String OLD = "the key that somebody else has seen";
  private static final String NEW = "the key that takes its place from now on";

  private final Scene scene = new Scene();
  private final List<String> linkKeys = new ArrayList<>(List.of(OLD));
  private final List<String> suppressionKeys = new ArrayList<>(List.of(OLD));
  private final SuppressionKeys keys = new SuppressionKeys(suppressionKeys::stream);
  private final UnsubscribeLinks links = new UnsubscribeLinks(linkKeys::stream, keys);
  private final Preferences preferences =
      new Preferences(
          scene.ledger,
          scene.suppressions,
          keys,
          links,
          scene.events,
          SmallPlaybook.PLAYBOOK,
          scene.clock);

  @Test
  void whoeverUnsubscribedBeforeGetsNoMail() {
    scene.submits();
    post(mailed(), "unsubscribe=all");
    suppressionKeys.addFirst(NEW);

    assertThat(dispatch().reason()).isEqualTo("suppressed");
    assertThat(scene.mailer.asked()).isEmpty();
  }

  @Test
  void whoeverUnsubscribesAfterwardsIsWrittenUnderTheNewKeyAlone() {
    scene.submits();
    suppressionKeys.addFirst(NEW);
    post(mailed(), "unsubscribe=all");

    assertThat(scene.suppressions.find(of(NEW))).isPresent();
    assertThat(scene.suppressions.find(of(OLD))).isEmpty();
    assertThat(dispatch().reason()).isEqualTo("suppressed");
  }

  @Test
  void aLinkMailedBeforeUnsubscribesAndTakesItBack() {
    scene.submits();
    var token = mailed();
    post(token, "unsubscribe=all");
    linkKeys.addFirst(NEW);
    suppressionKeys.addFirst(NEW);

    post(token, "again=all");
    assertThat(scene.suppressions.find(of(OLD))).isEmpty();
    post(token, "unsubscribe=all");
    assertThat(scene.suppressions.find(of(NEW))).isPresent();
    post(mailed(), "again=all");
    assertThat(dispatch().state()).isEqualTo(State.SENT);
  }

  @Test
  void aLinkOfAKeyThatIsGivenUpIsWorthNothing() {
    scene.submits();
    var token = mailed();
    linkKeys.set(0, NEW);

    post(token, "unsubscribe=all");
    assertThat(scene.suppressions.find(of(OLD))).isEmpty();
  }

  private String mailed() {
    return links.make(LEAD, "send-1", ADDRESS, scene.clock.instant());
  }

  private static String of(String key) {
    return new SuppressionKeys(KeyRing.of(key)).of(ADDRESS);
  }

  private Entry dispatch() {
    var writer = new LetterWriter(linkKeys::stream, keys, Scene.URL);
    return new DispatchMail(
            scene.ledger,
            SmallPlaybook.PLAYBOOK,
            writer,
            keys,
            scene.sending(scene.mailer),
            scene.events,
            scene.timers,
            scene.clock)
        .dispatch(scene.due(), false);
  }

  private void post(String token, String body) {
    preferences.answer(
        new Request(
            "POST",
            "/u/" + token,
            Map.of("token", token),
            Map.of(),
            Map.of("user-agent", "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0"),
            Map.of(),
            body.getBytes(StandardCharsets.UTF_8)));
  }
}
