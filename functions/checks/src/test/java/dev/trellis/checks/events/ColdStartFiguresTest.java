package dev.trellis.checks.events;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.template.DeployedFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each function computes from its start, and from a snapshot of its start, to its first
 * answer, beside a trivial function in the same run. One at a time, in turn; medians count.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is Linux only")
@EnabledIfSystemProperty(named = "starts", matches = "\\d+", disabledReason = "try -Dstarts=15")
class ColdStartFiguresTest {

  private static final int STARTS = Integer.getInteger("starts", 0);

  @TempDir private Path folder;

  @Test
  void aStartCostsAFewTrivialOnes() throws Exception {
    var trivial = new ArrayList<Duration>();
    var cold = new LinkedHashMap<DeployedFunction, List<Duration>>();
    var restored = new LinkedHashMap<DeployedFunction, List<Duration>>();
    for (int i = 0; i < STARTS; i++) {
      trivial.add(TrivialFunction.start(folder));
      for (var function : DeployedFunction.all()) {
        var start = ColdStart.of(function, folder);
        add(cold, function, start.run());
        add(restored, function, start.restore());
      }
    }

    var unit = median(trivial);
    System.out.printf("%-28s %5.0f ms%n", "a trivial function", unit);
    cold.forEach((function, all) ->
        System.out.printf(
            "%-28s %5.0f ms  %.2f  from a snapshot %5.0f ms%n",
            function, median(all), median(all) / unit, median(restored.get(function))));
    assertThat(cold)
        .allSatisfy((function, all) ->
            assertThat(median(all) / unit).isLessThanOrEqualTo(ColdStart.limit(function)));
  }

  private static void add(
      Map<DeployedFunction, List<Duration>> figures,
      DeployedFunction function,
      ColdStart.Outcome outcome) {
    figures.computeIfAbsent(function, _ -> new ArrayList<>()).add(outcome.cpu());
  }

  private static double median(List<Duration> all) {
    return all.stream().sorted().toList().get(all.size() / 2).toMillis();
  }
}
