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
  private static final Map<String, Future<Outcome>> OUTCOMES = new LinkedHashMap<>();

  @TempDir private static Path folder;
  private static ExecutorService threads;

  /** What came of an event, and what the function wrote to its log. */
  private record Outcome(String answer, Map<String, String> sent, String output, int peak) {}

  @BeforeAll
  static void start() throws IOException {
    threads = Executors.newFixedThreadPool(AT_ONCE);
    for (var function : functions()) {
      Callable<Outcome> run = () -> run(function);
      OUTCOMES.put(function.id(), threads.submit(run));
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
      var outcome = OUTCOMES.get(function.id()).get();

      assertThat(outcome.answer()).as(outcome.output()).isEqualTo(sample(function).answer());
      assertThat(outcome.sent()).as(outcome.output()).isEqualTo(sample(function).sent());
      System.out.printf("%s: %d of %d MB%n", function, outcome.peak(), function.memory());
      assertThat(outcome.peak()).as("megabytes").isPositive().isLessThan(function.memory() / 2);
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  private static Outcome run(DeployedFunction function) throws Exception {
    var sample = sample(function);
    try (var installation = new Installation(Keys.signing(sample))) {
      if (sample.after() != null) {
        var before = SampleEvents.named(sample.after());
        before.given().in(installation, Instant.now());
        invoke(process(DeployedFunction.of(before.handler())), before, installation);
      }
      sample.given().in(installation, Instant.now());
      var process = process(function);
      var answer = invoke(process, sample, installation);
      var sent = SampleEventsTest.counts(installation.sent());
      return new Outcome(Answer.ofJson(answer), sent, process.output(), process.peak());
    }
  }

  private static FunctionProcess process(DeployedFunction function) throws IOException {
    return new FunctionProcess(function, Files.createTempDirectory(folder, function.id()));
  }

  private static String invoke(
      FunctionProcess process, SampleEvent sample, Installation installation) throws Exception {
    var variables = DeployedFunction.of(sample.handler()).variables();
    return process.invoke(SignedNow.text(sample), installation.variables(variables));
  }

  private static SampleEvent sample(DeployedFunction function) {
    return SampleEvents.all().stream()
        .filter(sample -> sample.handler().getName().equals(function.handler()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sample event for " + function));
  }
}
