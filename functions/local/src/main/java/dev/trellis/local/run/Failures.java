package dev.trellis.local.run;

import dev.trellis.aws.lambda.Log;

/** Says that a function failed, and never what it was given. */
final class Failures {

  private Failures() {}

  static void report(String function, Exception e) {
    Log.failure("invocation failed", e, "function", function);
  }
}
