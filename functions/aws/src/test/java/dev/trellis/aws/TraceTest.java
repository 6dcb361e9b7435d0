package dev.trellis.aws;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Test;

class TraceTest {

  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00.750Z");

  @Test
  void oneIsReadFromItsHeader() {
    var trace = Trace.begun(NOW);

    assertThat(Trace.read(trace.header())).contains(trace);
    assertThat(trace.began()).isEqualTo(NOW.truncatedTo(ChronoUnit.SECONDS));
    assertThat(Trace.begun(NOW)).isNotEqualTo(trace);
  }

  @Test
  void whatElseStandsInTheHeaderDoesNotMatter() {
    var header =
        "Self=1-a;Root=1-6746dd20-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    assertThat(Trace.read(header)).contains(new Trace("1-6746dd20-bd862e3fe1be46a994272793"));
    assertThat(Trace.read("Root=1-6746dd20-bd86 drop table")).isEmpty();
    assertThat(Trace.read(null)).isEmpty();
  }

  @Test
  void aRequestThatSaysItBeganAtAnotherTimeGetsOneOfItsOwn() {
    var old = Trace.begun(NOW.minus(Duration.ofHours(1)));
    var recent = Trace.begun(NOW.minus(Duration.ofMinutes(59)));

    assertThat(Trace.ofRequest(recent.header(), NOW)).isEqualTo(recent);
    assertThat(Trace.ofRequest(old.header(), NOW)).isNotEqualTo(old);
    assertThat(Trace.ofRequest(null, NOW).began()).isEqualTo(Trace.begun(NOW).began());
  }

  @Test
  void aMessageThatIsSentLaterBelongsToTheRequestItCameOf() {
    var one = Trace.begun(NOW);
    var other = Trace.begun(NOW);
    var first = one.during(() -> Trace.keep(new Object()));
    var second = other.during(() -> Trace.keep(new Object()));

    assertThat(Trace.of(first)).contains(one);
    assertThat(other.during(() -> Trace.of(first))).contains(one);
    assertThat(Trace.of(second)).contains(other);
    Trace.forget();
    assertThat(Trace.of(first)).isEmpty();
  }
}
