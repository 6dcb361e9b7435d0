package dev.trellis.checks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.dynamodb.Document;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
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

  @Test
  void aDayOfActivityTakesAFewBytes() {
    int hundred = stored(visitor(100));
    int thousand = stored(visitor(1_000));
    int reader = stored(reader(100));
    System.out.printf(
        "A visit a day for 100 days: %d bytes stored, for 1,000: %d; a mail read a day for 100: %d%n",
        hundred, thousand, reader);
    assertThat(hundred).isLessThanOrEqualTo(MOST_BYTES);
    assertThat(thousand).isLessThanOrEqualTo(2 * MOST_BYTES);
    assertThat(reader).isLessThanOrEqualTo(6 * MOST_BYTES);
  }

  private static Profile visitor(int days) {
    var random = new Random(5);
    return lived(
        days,
        (day, at) ->
            List.of(new PageVisited("page-" + random.nextInt(20), random.nextInt(300), null)));
  }

  private static Profile reader(int days) {
    var random = new Random(5);
    return lived(
        days,
        (day, at) -> {
          var send = Ids.derived("send", Integer.toString(day));
          var content = "content-" + random.nextInt(40);
          return List.of(
              new MailDelivered(send),
              new ContentRead(content, 1, random.nextInt(300), send, at.minusSeconds(60)));
        });
  }

  private static Profile lived(int days, BiFunction<Integer, Instant, List<Happening>> did) {
    var random = new Random(7);
    var profile = Profile.EMPTY;
    for (int day = 0; day < days; day++) {
      var at =
          Instant.parse("2026-03-02T08:00:00Z")
              .plus(Duration.ofDays(day))
              .plusMillis(random.nextInt(30_000_000));
      var names = new TreeSet<>(Set.of(Identity.parse("email:visitor-0001@example.com")));
      for (var happening : did.apply(day, at)) {
        var id = Ids.derived(happening.getClass().getSimpleName(), Integer.toString(day));
        profile = profile.with(LeadEvent.of(id, at, Channel.WEB, names, Origin.NONE, happening));
      }
    }
    return profile;
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
