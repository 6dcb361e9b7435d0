package dev.trellis.checks.events;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.template.DeployedFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each function of the template takes its first sample event under AWS's own runtime interface
 * client, from its zip, with the variables and the heap that the template gives it and by its own
 * clock; it needs less than half of its memory for that.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is Linux only")
class RuntimeClientTest {

  private static final int AT_ONCE = 2;
  private static final Map<String, Future<ColdStart.Outcome>> OUTCOMES = new LinkedHashMap<>();

  @TempDir private static Path folder;
  private static ExecutorService threads;

  @BeforeAll
  static void start() throws IOException {
    threads = Executors.newFixedThreadPool(AT_ONCE);
    for (var function : functions()) {
      OUTCOMES.put(function.id(), threads.submit(ColdStart.of(function, folder)::run));
    }
  }

  @AfterAll
  static void stop() {
    threads.shutdownNow();
  }

  static List<DeployedFunction> functions() throws IOException {
    return DeployedFunction.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void answersFromItsZip(DeployedFunction function) throws Throwable {
    try {
      var sample = ColdStart.of(function, folder).sample();
      var outcome = OUTCOMES.get(function.id()).get();

      assertThat(outcome.answer()).as(outcome.output()).isEqualTo(sample.answer());
      assertThat(outcome.sent()).as(outcome.output()).isEqualTo(sample.sent());
      System.out.printf("%s: %d of %d MB%n", function, outcome.peak(), function.memory());
      assertThat(outcome.peak()).as("megabytes").isPositive().isLessThan(function.memory() / 2);
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }
}
