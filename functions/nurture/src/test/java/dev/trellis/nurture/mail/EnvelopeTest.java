package dev.trellis.nurture.mail;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.KEYS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.SEND;
import static dev.trellis.nurture.Scene.URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.nurture.Scene;
import dev.trellis.nurture.SmallPlaybook;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

  private final LetterWriter whole = Scene.letters();
  private final LetterWriter envelopes =
      LetterWriter.ofEnvelopes(KEYS, new SuppressionKeys(KEYS), URL);

  @Test
  void anEnvelopeSaysOnTheOutsideWhatTheWholeLetterSays() {
    var letter = write(whole, ADDRESS);
    var envelope = write(envelopes, ADDRESS);

    assertThat(envelope.subject()).isEqualTo(letter.subject()).isNotEmpty();
    assertThat(envelope.outgoing().from()).isEqualTo(letter.outgoing().from());
    assertThat(envelope.outgoing().to()).isEqualTo(letter.outgoing().to());
    assertThat(envelope.outgoing().tags()).isEqualTo(letter.outgoing().tags());
    assertThat(envelope.outgoing().raw()).isEmpty();
  }

  @Test
  void anEnvelopeIsRefusedWhereTheLetterWouldBe() {
    for (var writer : new LetterWriter[] {whole, envelopes}) {
      assertThatThrownBy(() -> write(writer, "no mailbox"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Letter write(LetterWriter writer, String address) {
    var scene = new Scene();
    scene.submits(LEAD, ADDRESS, new TreeMap<>(), true);
    var profile = scene.leads.find(LEAD).orElseThrow().profile();
    var playbook = SmallPlaybook.PLAYBOOK;
    var portrait = Portrait.of(LEAD, profile, playbook, scene.clock.instant());
    var mail = playbook.mails().get("deck-delivery");
    return writer.write(SEND, mail, playbook.content("summit-deck"), portrait, address);
  }
}
