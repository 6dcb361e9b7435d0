package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Enrollment.Issued;
import dev.trellis.core.journey.Why;
import dev.trellis.core.port.EnrollmentStore;
import org.junit.jupiter.api.Test;

/** What nurture may expect of any {@link EnrollmentStore}. */
abstract class EnrollmentStoreContract {

  private final Ports ports = ports();
  private final EnrollmentStore store = ports.enrollments();

  abstract Ports ports();

  @Test
  void knowsNoLeadThatWasNeverWritten() {
    assertThat(store.load(Sample.lead())).isEmpty();
  }

  @Test
  void loadsALeadWithItsPositionAndAllItsEnrollments() {
    var lead = Sample.stored(ports.leads());
    var position = Sample.position("mil/high", 0);
    ports.placements().save(lead.lead(), position, Optional.empty());
    var follow = enrollment("follow-up", "visit-1", "s1", 0);
    var high = enrollment("high-value", "visit-1", "s1", 0);
    var again = enrollment("high-value", "visit-2", "s1", 0);
    for (var enrollment : List.of(follow, high, again)) {
      assertThat(store.save(lead.lead(), enrollment)).isTrue();
    }
    var snapshot = store.load(lead.lead()).orElseThrow();
    assertThat(snapshot.lead()).isEqualTo(lead);
    assertThat(snapshot.position()).contains(position.nextVersion());
    assertThat(snapshot.enrollments())
        .containsExactlyInAnyOrder(follow.nextVersion(), high.nextVersion(), again.nextVersion());
    assertThat(snapshot.absorbed()).isEmpty();
  }

  @Test
  void loadsAnExpectedLeadAsAnyOther() {
    var lead = Sample.stored(ports.leads());
    var other = Sample.stored(ports.leads());
    store.save(lead.lead(), enrollment("high-value", "visit-1", "s1", 0));
    store.expect(List.of(lead.lead(), other.lead(), Sample.lead()));
    assertThat(store.load(other.lead()).orElseThrow().lead()).isEqualTo(other);
    assertThat(store.load(lead.lead()).orElseThrow().enrollments()).hasSize(1);
    assertThat(store.load(lead.lead()).orElseThrow().lead()).isEqualTo(lead);
    assertThat(store.load(Sample.lead())).isEmpty();
  }

  @Test
  void writesNothingOnAVersionThatIsGone() {
    var lead = Sample.stored(ports.leads()).lead();
    assertThat(store.save(lead, enrollment("high-value", "visit-1", "s1", 0))).isTrue();
    assertThat(store.save(lead, enrollment("high-value", "visit-1", "s2", 1))).isTrue();
    var before = store.load(lead);
    assertThat(store.save(lead, enrollment("high-value", "visit-1", "s3", 0))).isFalse();
    assertThat(store.save(lead, enrollment("high-value", "visit-1", "s3", 1))).isFalse();
    assertThat(store.save(lead, enrollment("high-value", "visit-1", "s3", 3))).isFalse();
    assertThat(store.load(lead)).isEqualTo(before);
  }

  @Test
  void takesAWriteThatStandsThereAlreadyForDone() {
    var lead = Sample.stored(ports.leads()).lead();
    var enrollment = enrollment("high-value", "visit-1", "s1", 0);
    assertThat(store.save(lead, enrollment)).isTrue();
    assertThat(store.save(lead, enrollment)).isTrue();
    assertThat(store.load(lead).orElseThrow().enrollments())
        .containsExactly(enrollment.nextVersion());
  }

  @Test
  void letsOneOfManyWritersWin() throws Exception {
    var lead = Sample.stored(ports.leads()).lead();
    var won = new AtomicInteger();
    Together.run(
        8,
        index -> {
          if (store.save(lead, enrollment("high-value", "visit-1", "s" + index, 0))) {
            won.incrementAndGet();
          }
        });
    assertThat(won).hasValue(1);
  }

  @Test
  void countsWhatIsToBeCountedAndWritesItOnTheCountThatWasReadOnly() {
    var lead = Sample.stored(ports.leads()).lead();
    var first = enrollment("high-value", "visit-1", "s1", 0);
    var second = enrollment("follow-up", "visit-1", "s1", 0);
    assertThat(store.save(lead, enrollment("deck", "visit-1", "s1", 0))).isTrue();
    assertThat(store.load(lead).orElseThrow().counted()).isZero();

    assertThat(store.saveCounted(lead, first, 0)).isTrue();
    var before = store.load(lead);
    assertThat(before.orElseThrow().counted()).isEqualTo(1);
    assertThat(before.orElseThrow().enrollments()).hasSize(2).contains(first.nextVersion());
    assertThat(store.saveCounted(lead, second, 0)).isFalse();
    assertThat(store.saveCounted(lead, second, 2)).isFalse();
    assertThat(store.saveCounted(lead, enrollment("deck", "visit-1", "s2", 0), 1)).isFalse();
    assertThat(store.load(lead)).isEqualTo(before);

    assertThat(store.saveCounted(lead, second, 1)).isTrue();
    assertThat(store.load(lead).orElseThrow().counted()).isEqualTo(2);
  }

  @Test
  void countsOnceWhatIsWrittenTwice() {
    var lead = Sample.stored(ports.leads()).lead();
    var enrollment = enrollment("high-value", "visit-1", "s1", 0);
    assertThat(store.saveCounted(lead, enrollment, 0)).isTrue();
    assertThat(store.saveCounted(lead, enrollment, 0)).isTrue();
    assertThat(store.load(lead).orElseThrow().counted()).isEqualTo(1);
  }

  @Test
  void countsOneOfManyWhoReadTheSameCount() throws Exception {
    var lead = Sample.stored(ports.leads()).lead();
    var won = new AtomicInteger();
    Together.run(
        8,
        index -> {
          if (store.saveCounted(lead, enrollment("high-value", "visit-" + index, "s1", 0), 0)) {
            won.incrementAndGet();
          }
        });
    assertThat(won).hasValue(1);
    assertThat(store.load(lead).orElseThrow().enrollments()).hasSize(1);
  }

  @Test
  void loadsTheEnrollmentsOfAbsorbedLeadsBesideItsOwn() {
    var survivor = Sample.stored(ports.leads());
    var loser = Sample.stored(ports.leads());
    var own = enrollment("high-value", "visit-1", "s1", 0);
    var absorbed = enrollment("follow-up", "visit-1", "s1", 0);
    store.save(survivor.lead(), own);
    store.saveCounted(loser.lead(), absorbed, 0);
    Sample.merge(ports.leads(), survivor, Sample.scan(loser.profile().identities().first()), loser);

    var snapshot = store.load(survivor.lead()).orElseThrow();
    assertThat(snapshot.enrollments()).containsExactly(own.nextVersion());
    assertThat(snapshot.absorbed())
        .isEqualTo(Map.of(loser.lead(), List.of(absorbed.nextVersion())));
    assertThat(store.load(loser.lead()).orElseThrow().lead().mergedInto())
        .isEqualTo(survivor.lead());
  }

  private static Enrollment enrollment(String journey, String visit, String step, long version) {
    var effect =
        new Effect.Send("send-1", "s0", "welcome", "deck", Why.parse("journey high-value"));
    return new Enrollment(
        journey,
        1,
        visit,
        Sample.NOON,
        step,
        Sample.NOON,
        Sample.NOON.minusSeconds(60),
        Sample.NOON.plusSeconds(3600),
        "deck",
        "warm",
        new TreeMap<>(Map.of("each", List.of("lead-scoring"))),
        List.of(new Issued(Sample.NOON, effect)),
        null,
        version);
  }
}
