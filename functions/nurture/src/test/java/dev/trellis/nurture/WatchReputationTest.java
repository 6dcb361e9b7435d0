package dev.trellis.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.port.Brake;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.Reputation;
import dev.trellis.nurture.MailFeedback.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchReputationTest {

  private final Scene scene = new Scene();
  private final List<Instant> askedSince = new ArrayList<>();
  private Reputation.Counts counts = new Reputation.Counts(0, 0, 0);
  private final WatchReputation watch =
      new WatchReputation(
          (since, _) -> {
            askedSince.add(since);
            return counts;
          },
          scene.line,
          new WatchReputation.Limits(5, 0.1),
          scene.clock,
          scene.stops::add);

  @ParameterizedTest
  @CsvSource({
    "10000, 500, 10,",
    "10000, 501, 10, TOO_MANY_BOUNCES",
    "10000, 500, 11, TOO_MANY_COMPLAINTS",
    "100, 50, 1,",
    "100, 51, 1, TOO_MANY_BOUNCES",
    "100, 50, 2, TOO_MANY_COMPLAINTS"
  })
  void stopsAllMailAboveItsLimits(long sent, long bounces, long complaints, Hindrance why) {
    counts = new Reputation.Counts(sent, bounces, complaints);
    watch.look();

    assertThat(scene.line.brake().why()).isEqualTo(why);
    assertThat(scene.stops)
        .extracting(Brake::why)
        .isEqualTo(why == null ? List.of() : List.of(why));
    scene.submits();
    assertThat(scene.dispatchMail().dispatch(scene.due(), false).reason())
        .isEqualTo(why == null ? null : why.key());
  }

  @Test
  void onlyAPersonResumesAndWhatCameBackBeforeCountsNoMore() {
    counts = new Reputation.Counts(1_000, 999, 0);
    watch.look();
    scene.clock.forward(Duration.ofDays(3));
    watch.look();
    assertThat(scene.stops).as("said once").hasSize(1);
    assertThat(scene.line.brake().holds(scene.clock.instant())).isTrue();

    new SendingDesk(scene.line, scene.timers, scene.clock).say("resume");
    counts = new Reputation.Counts(0, 0, 0);
    watch.look();
    assertThat(scene.line.brake().holds(scene.clock.instant())).isFalse();
    assertThat(askedSince).containsExactly(Instant.EPOCH, scene.clock.instant());
  }

  @Test
  void looksWhenAMailboxIsGoneOrItsOwnerComplainedAndOncePerMinute() {
    scene.submits();
    scene.dispatchMail().dispatch(scene.due(), false);
    var record =
        new RecordFeedback(scene.ledger, scene.suppressions, scene.keys, scene.events, watch::look);
    for (var kind : List.of(Kind.DELIVERED, Kind.BOUNCED, Kind.REFUSED)) {
      record.record(feedback(kind), false);
    }
    assertThat(askedSince).isEmpty();

    record.record(feedback(Kind.BOUNCED_FOR_GOOD), false);
    record.record(feedback(Kind.COMPLAINED), false);
    assertThat(askedSince).hasSize(1);
    scene.clock.forward(Duration.ofMinutes(1));
    record.record(feedback(Kind.COMPLAINED), true);
    assertThat(askedSince).hasSize(2);
  }

  private MailFeedback feedback(Kind kind) {
    return new MailFeedback(
        Scene.SEND, Scene.LEAD, "m-1", scene.clock.instant(), kind, List.of(Scene.ADDRESS), null);
  }
}
