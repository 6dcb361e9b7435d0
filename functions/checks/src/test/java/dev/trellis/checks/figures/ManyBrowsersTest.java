package dev.trellis.checks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

  private static final String ABOUT =
      """
      One address, ever new browsers, each of which was here before
        goal: a profile of 8 KB, 10 WRU, 5 RRU, however many browsers there are
      """;

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
  }

  @Test
  void everyFigureIsAsPinned() throws IOException {
    var measured = ABOUT + few + "\n" + many + "\n";
    System.out.println(measured);
    assumeTrue(MANY == 50, "pinned for 50 browsers");
    assertThat(FiguresTest.pinned()).endsWith("\n" + measured);
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
