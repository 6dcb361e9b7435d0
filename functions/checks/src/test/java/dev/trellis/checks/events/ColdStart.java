package dev.trellis.checks.events;

import module java.base;

import dev.trellis.checks.template.DeployedFunction;

/** A function that starts, takes its first sample event and answers, as Lambda would have it. */
record ColdStart(DeployedFunction function, SampleEvent sample, Path folder) {

  /**
   * What came of it.
   *
   * @param output what the function wrote to its log
   * @param peak the most memory that it had, in megabytes
   * @param cpu what it computed from its start to its answer, on all threads
   */
  record Outcome(
      String answer, Map<String, String> sent, String output, int peak, Duration cpu) {}

  /**
   * @param folder for what it unpacks and writes
   */
  static ColdStart of(DeployedFunction function, Path folder) {
    return SampleEvents.all().stream()
        .filter(sample -> sample.handler().getName().equals(function.handler()))
        .findFirst()
        .map(sample -> new ColdStart(function, sample, folder))
        .orElseThrow(() -> new AssertionError("no sample event for " + function));
  }

  /** Starts it in an installation of its own. */
  Outcome run() throws Exception {
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
      return new Outcome(
          Answer.ofJson(answer), sent, process.output(), process.peak(), process.cpu());
    }
  }

  private FunctionProcess process(DeployedFunction started) throws IOException {
    return new FunctionProcess(started, Files.createTempDirectory(folder, started.id()));
  }

  private static String invoke(
      FunctionProcess process, SampleEvent sample, Installation installation) throws Exception {
    var variables = DeployedFunction.of(sample.handler()).variables();
    return process.invoke(SignedNow.text(sample), installation.variables(variables));
  }
}
