package dev.trellis.checks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.aws.dynamodb.Document;
import dev.trellis.core.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much room a profile takes, which every event pays for when it is written again. */
class ProfileSizeTest {

  private static final int MOST_BYTES = 2048;
  private static final int PEOPLE = 100;

  @Test
  void aHundredEventsFitIntoTwoKilobytes() {
    var profile = BusyLead.afterHundredEvents();
    var json = profile.toJson();
    System.out.printf(
        "A profile after 100 events: %d bytes of JSON, %d stored (goal: 2048)%n",
        json.getBytes(StandardCharsets.UTF_8).length, stored(profile));
    assertThat(stored(profile)).isLessThanOrEqualTo(MOST_BYTES);
  }

  @ParameterizedTest
  @EnumSource
  void whateverTheHundredEventsAreTheyFit(BusyKind kind) {
    var sizes = IntStream.range(0, PEOPLE).map(seed -> stored(kind.lead(seed))).sorted().toArray();
    int typical = sizes[PEOPLE / 2];
    int worst = sizes[PEOPLE - 1];
    System.out.printf(
        "%s after 100 events: %d bytes stored, at most %d (goal: 1024, 2048)%n",
        kind, typical, worst);
    assertThat(worst).isLessThanOrEqualTo(MOST_BYTES);
  }

  private static int stored(Profile profile) {
    var document = Document.write(profile.toJson());
    return document.s() == null
        ? document.b().asByteArrayUnsafe().length
        : document.s().getBytes(StandardCharsets.UTF_8).length;
  }
}
