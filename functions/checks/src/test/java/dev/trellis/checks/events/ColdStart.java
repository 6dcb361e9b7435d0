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
   * @param cpu what it computed from its start, or its snapshot, to its answer, on all threads
   * @param secretsRead how often it asked for a secret
   */
  record Outcome(
      String answer,
      Map<String, String> sent,
      String output,
      int peak,
      Duration cpu,
      int secretsRead) {}

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

  /** How many trivial functions may start for one of ours: visitors wait for capture. */
  static int limit(DeployedFunction function) {
    return function.id().equals("CaptureFunction") ? 3 : 4;
  }

  /** Starts it in an installation of its own. */
  Outcome run() throws Exception {
    return run(false);
  }

  /** Lets it go on from a snapshot of its start. */
  Outcome restore() throws Exception {
    return run(true);
  }

  private Outcome run(boolean isRestored) throws Exception {
    try (var installation = new Installation(Keys.signing(sample))) {
      if (sample.after() != null) {
        var before = SampleEvents.named(sample.after());
        before.given().in(installation, Instant.now());
        invoke(process(DeployedFunction.of(before.handler())), before, installation, false);
      }
      sample.given().in(installation, Instant.now());
      var process = process(function);
      var readBefore = installation.secretsRead();
      var answer = invoke(process, sample, installation, isRestored);
      var sent = SampleEventsTest.counts(installation.sent());
      return new Outcome(
          Answer.ofJson(answer),
          sent,
          process.output(),
          process.peak(),
          process.cpu(),
          installation.secretsRead() - readBefore);
    }
  }

  private FunctionProcess process(DeployedFunction started) throws IOException {
    return new FunctionProcess(started, Files.createTempDirectory(folder, started.id()));
  }

  private static String invoke(
      FunctionProcess process, SampleEvent sample, Installation installation, boolean isRestored)
      throws Exception {
    var variables = DeployedFunction.of(sample.handler()).variables();
    var event = SignedNow.text(sample);
    var given = installation.variables(variables);
    return isRestored ? process.restoreAndInvoke(event, given) : process.invoke(event, given);
  }
}
