package dev.trellis.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.event.Channel;
import dev.trellis.core.json.Json;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.profile.Authority;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R90")
class WhyTest {

  private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");

  @Test
  void isReadAsItWasWritten() {
    var choice = new Why.Choice(Why.By.FALLBACK, "lead-scoring", "case", true, "finance", "video");
    var why = new Why(3, "mil/high", choice, Channel.MAIL, Kind.NURTURE, Authority.SALES, null);
    assertThat(Json.read(MailDue.class, Json.write(due(why)))).isEqualTo(due(why));
  }

  @Test
  void whatWasWrittenAsATextStillReads() {
    assertThat(former("journey high-value version 12, step each.lead-scoring.send-solution"))
        .isEqualTo(new Why(12, null, null, null, null, null, null));
    assertThat(former("it was asked for"))
        .isEqualTo(new Why(0, null, null, null, null, null, "it was asked for"));
    assertThat(Json.read(MailDue.class, Json.write(due(null))).why()).isNull();
  }

  private static Why former(String text) {
    var item = Json.write(due(null)).replace("\"at\"", "\"why\":\"" + text + "\",\"at\"");
    return Json.read(MailDue.class, item).why();
  }

  private static MailDue due(Why why) {
    return new MailDue("s", "L1", "j", "1", "m", null, why, null, AT);
  }
}
