package dev.trellis.pools;

import static dev.trellis.pools.World.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.Happening.RetentionEnded;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Retention.Review;
import dev.trellis.core.port.Timers.Timer;
import dev.trellis.core.profile.Field;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leads that nobody hears of, under the default playbook with a retention of three years. */
@Tag("R17")
class RetentionTest {

  private static final String LEAD = "Llin";
  private static final String LIN = "email:lin@example.com";
  private static final Instant REVIEW = Instant.parse("2029-03-02T12:00:00Z");
  private static final Instant END = Instant.parse("2029-04-01T12:00:00Z");

  private static Playbook playbook;

  private final World world = new World();
  private final PlaceLead placing =
      new PlaceLead(world.placements, world.timers, world.erasures, playbook, world.clock);

  @BeforeAll
  static void retaining(@TempDir Path folder) throws IOException {
    var original = Path.of("../../infra/playbook");
    try (var files = Files.walk(original)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = folder.resolve(original.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.writeString(
        folder.resolve("playbook.yaml"),
        "\nretention: { silent: P3Y, review: P30D }\n",
        StandardOpenOption.APPEND);
    playbook = PlaybookReader.read(folder);
  }

  private void place() {
    placing.place(LEAD, false);
  }

  private void placeAt(Instant at) {
    world.clock.jump(at);
    place();
  }

  private Instant reviewAt() {
    var position = world.placements.load(LEAD).orElseThrow().position().orElseThrow();
    return position.placement().reviewAt();
  }

  /** What the tick finds between now and then. */
  private List<Timer> timers(Instant until) {
    return world.timers.due(ReviewLater.OWNER, world.clock.instant(), until).timers();
  }

  private void scannedOnce() {
    world.happens(LEAD, new CodeScanned(), LIN);
    place();
    while (reviewAt().isBefore(REVIEW)) {
      placeAt(reviewAt());
    }
  }

  @Test
  void whoIsSilentIsLookedAtWhenTheReviewBeginsAndErasedWhenItIsOver() {
    scannedOnce();
    assertThat(reviewAt()).isEqualTo(REVIEW);
    assertThat(world.erasures.sent()).isEmpty();

    placeAt(REVIEW);
    assertThat(review().orElseThrow().until()).isEqualTo(END);
    assertThat(timers(END)).extracting(Timer::dueAt).contains(END);
    placeAt(END.minusMillis(1));
    assertThat(world.erasures.sent()).isEmpty();

    placeAt(END);
    assertThat(world.erasures.sent())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.lead()).isEqualTo(LEAD);
          assertThat(event.happening()).isEqualTo(new RetentionEnded(NOON));
        });
    place();
    assertThat(world.erasures.sent()).extracting(LeadEvent::id).hasSize(2).containsOnly(id());
  }

  private String id() {
    return world.erasures.sent().getFirst().id();
  }

  private Optional<Review> review() {
    return world.placements.load(LEAD).orElseThrow().position().map(Position::review);
  }

  @Test
  void whoeverIsLookedAtOnlyAfterAnOutageHasTheWholeReview() {
    scannedOnce();
    var back = END.plus(Duration.ofDays(60));
    placeAt(back);

    assertThat(world.erasures.sent()).isEmpty();
    var until = back.plus(Duration.ofDays(30));
    assertThat(review()).contains(new Review(NOON, until));
    assertThat(timers(until)).extracting(Timer::dueAt).contains(until);
    placeAt(until);
    assertThat(world.erasures.sent()).hasSize(1);
  }

  @Test
  void whoeverIsHeardOfOrKeptBeginsAnew() {
    scannedOnce();
    world.clock.jump(REVIEW);
    world.happens(
        LEAD, new Overridden("li", "kept", new TreeMap<>(Map.of(Field.KEPT, "yes"))), LIN);
    place();

    placeAt(END);
    assertThat(world.erasures.sent()).isEmpty();
    assertThat(review()).isEmpty();
    world.happens(LEAD, new CodeScanned(), LIN);
    placeAt(Instant.parse("2032-04-01T11:59:59Z"));
    assertThat(review()).isEmpty();
  }

  @Test
  void whatWeSendIsNoSignOfLife() {
    scannedOnce();
    world.clock.jump(REVIEW.minus(Duration.ofDays(1)));
    world.happens(LEAD, new MailDelivered("s1"));

    placeAt(REVIEW);
    placeAt(END);
    assertThat(world.erasures.sent()).hasSize(1);
  }

  @Test
  void whomOnlyAFileNamesIsSilentSinceTheFileWasTold() {
    world.happens(
        LEAD,
        new RecordImported("b", 1, new TreeMap<>(Map.of("name", "Lin"))),
        "email:lin@example.com");
    place();

    placeAt(REVIEW);
    placeAt(END);
    assertThat(world.erasures.sent()).hasSize(1);
  }

  @Test
  void manySignsOfLifeNeedOneTimer() {
    for (int day = 0; day < 20; day++) {
      world.clock.jump(NOON.plus(Duration.ofDays(day)));
      world.happens(
          LEAD,
          new RecordImported("b", day, new TreeMap<>(Map.of("name", "Lin"))),
          "email:lin@example.com");
      place();
    }

    assertThat(timers(END.plus(Duration.ofDays(40)))).extracting(Timer::dueAt).containsOnly(REVIEW);
  }

  @Test
  void whoWasSilentBeforeThePlaybookSpokeOfItIsReachedByASweepReviewedAndThenErased() {
    world.happens(LEAD, new CodeScanned(), LIN);
    world.clock.jump(END.plus(Duration.ofDays(400)));
    world.placing().place(LEAD, false);
    assertThat(reviewAt()).isNull();

    sweep();
    var until = world.clock.instant().plus(Duration.ofDays(30));
    assertThat(world.erasures.sent()).isEmpty();
    assertThat(timers(until)).extracting(Timer::dueAt).containsExactly(until);
    world.clock.jump(until.minusSeconds(1));
    place();
    assertThat(world.erasures.sent()).isEmpty();

    placeAt(until);
    assertThat(world.erasures.sent())
        .extracting(LeadEvent::happening)
        .containsExactly(new RetentionEnded(NOON));
  }

  @Test
  void whoIsHeardOfInALateReviewIsKept() {
    world.happens(LEAD, new CodeScanned(), LIN);
    world.clock.jump(END.plus(Duration.ofDays(400)));
    sweep();
    world.clock.jump(reviewAt());
    world.happens(LEAD, new CodeScanned(), LIN);
    place();

    assertThat(world.erasures.sent()).isEmpty();
    assertThat(review()).isEmpty();
  }

  private void sweep() {
    var updates = new InMemoryQueue<ProfileUpdated>();
    var minute = world.reaching("changed", updates).minute();
    while (minute.step().isPresent()) {
      updates.take().forEach(update -> placing.place(update.lead(), false));
    }
  }

  @Test
  void aPlaybookWithoutRetentionKeepsEverybody() {
    world.happens(LEAD, new CodeScanned(), LIN);
    var keeping = world.placing();
    world.clock.jump(END.plus(Duration.ofDays(4_000)));
    keeping.place(LEAD, false);

    assertThat(world.erasures.sent()).isEmpty();
    assertThat(reviewAt()).isNull();
  }
}
