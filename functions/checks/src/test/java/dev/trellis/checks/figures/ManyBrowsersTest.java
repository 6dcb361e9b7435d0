package dev.trellis.checks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import module java.base;

import dev.trellis.checks.figures.ManyBrowsers.Figures;
import dev.trellis.memory.StandingClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No lead grows without end, and none ends among the dead letters. */
class ManyBrowsersTest {

  private static final Instant MORNING = Instant.parse("2026-10-22T01:10:00Z");

  /** {@code -Dfigures.browsers=5000} comes in as many as that. */
  private static final int MANY = Integer.getInteger("figures.browsers", 50);

  private static Figures few;
  private static Figures many;

  @BeforeAll
  static void measure(@TempDir Path folder) throws Exception {
    var clock = new StandingClock(MORNING);
    try (var installation = new Installation(folder, clock)) {
      var browsers = new ManyBrowsers(installation, clock);
      few = browsers.growTo(30);
      many = browsers.growTo(MANY);
    }
    for (var seen : List.of(few, many)) {
      System.out.printf(
          "one address in %d browsers: a profile of %d bytes, %.1f WRU an event, %.1f RRU a signal%n",
          seen.browsers(), seen.profileBytes(), seen.writeUnits(), seen.readUnits());
    }
  }

  @Test
  void anAddressInManyBrowsersStaysSmallAndCheap() {
    assertThat(many.profileBytes()).isLessThanOrEqualTo(8 * 1024);
    assertThat(many.writeUnits()).isLessThanOrEqualTo(10);
    assertThat(many.readUnits()).isLessThanOrEqualTo(5);
  }

  @Test
  void oneBrowserMoreCostsNothingMore() {
    assertThat(many.profileBytes()).isCloseTo(few.profileBytes(), within(100));
    assertThat(many.writeUnits()).isEqualTo(few.writeUnits());
    assertThat(many.readUnits()).isEqualTo(few.readUnits());
  }
}
