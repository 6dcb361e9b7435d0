package dev.trellis.checks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.aws.dynamodb.Document;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How much room a profile takes, which every event pays for when it is written again. */
class ProfileSizeTest {

  private static final int MOST_BYTES = 2048;

  @Test
  void aHundredEventsFitIntoTwoKilobytes() {
    var json = BusyLead.afterHundredEvents().toJson();
    var stored = Document.write(json).b().asByteArrayUnsafe().length;
    System.out.printf(
        "A profile after 100 events: %d bytes of JSON, %d stored (goal: 2048)%n",
        json.getBytes(StandardCharsets.UTF_8).length, stored);
    assertThat(stored).isLessThanOrEqualTo(MOST_BYTES);
  }
}
