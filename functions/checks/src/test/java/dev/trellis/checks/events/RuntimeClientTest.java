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
 * clock; it needs less than half of its memory for that, and computes no longer than a few trivial
 * functions would. {@link ColdStartFiguresTest} measures it well; here is room for a busy machine.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is Linux only")
class RuntimeClientTest {

  private static final int AT_ONCE = 2;
  private static final int TRIVIAL_ONES = 3;
  private static final double ROOM = 1.5;
  private static final Map<String, Future<ColdStart.Outcome>> OUTCOMES = new LinkedHashMap<>();

  private static final List<Future<Duration>> TRIVIAL = new ArrayList<>();

  @TempDir private static Path folder;
  private static ExecutorService threads;

  @BeforeAll
  static void start() throws IOException {
    threads = Executors.newFixedThreadPool(AT_ONCE);
    for (int i = 0; i < TRIVIAL_ONES; i++) {
      TRIVIAL.add(threads.submit(() -> TrivialFunction.start(folder)));
    }
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
      var limit = (long) (trivial() * ColdStart.limit(function) * ROOM);
      assertThat(least(function, outcome, limit))
          .as("milliseconds of computing")
          .isPositive()
          .isLessThan(limit);
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  // What else this machine does only ever adds: of whoever took too long the least of three counts.
  private static long least(DeployedFunction function, ColdStart.Outcome first, long limit)
      throws Exception {
    var least = first.cpu().toMillis();
    for (int again = 0; again < 2 && least >= limit; again++) {
      least = Math.min(least, ColdStart.of(function, folder).run().cpu().toMillis());
    }
    return least;
  }

  private static long trivial() throws Exception {
    var all = new ArrayList<Duration>();
    for (var one : TRIVIAL) {
      all.add(one.get());
    }
    return all.stream().sorted().toList().get(TRIVIAL_ONES / 2).toMillis();
  }
}
