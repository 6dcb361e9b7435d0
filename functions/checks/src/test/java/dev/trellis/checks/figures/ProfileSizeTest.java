package dev.trellis.checks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.dynamodb.Document;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
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

  @ParameterizedTest
  @EnumSource
  @Tag("R17")
  void whatIsProvenOfNamesTakesATwentiethOfTheRoomAtMost(BusyKind kind) {
    for (int seed = 0; seed < PEOPLE; seed++) {
      var typed = kind.lead(seed);
      var proven = kind.holder(seed);
      for (var name : typed.identities()) {
        proven = proven.join(proof(name));
      }

      assertThat(proven.proofs().keySet()).isEqualTo(typed.identities());
      assertThat(stored(proven)).isBetween(stored(typed) + 1, stored(typed) * 105 / 100);
    }
  }

  // By something that leaves nothing else behind.
  private static Profile proof(Identity name) {
    var told = new TreeSet<>(List.of(name));
    var happening = new Happening.Separated("sdr", null, "lead");
    return Profile.EMPTY.with(
        LeadEvent.of("proof", Instant.EPOCH, Channel.SYSTEM, told, Origin.NONE, happening)
            .proving(name.type().toString(), Proof.HELD));
  }

  private static int stored(Profile profile) {
    var document = Document.write(profile.toJson());
    return document.s() == null
        ? document.b().asByteArrayUnsafe().length
        : document.s().getBytes(StandardCharsets.UTF_8).length;
  }
}
