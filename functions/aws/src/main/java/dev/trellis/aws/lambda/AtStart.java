package dev.trellis.aws.lambda;

import software.amazon.awssdk.core.exception.SdkException;

/**
 * What a start asks of AWS so that the first call need not. A role that is some seconds old is not
 * known everywhere, and a start that fails fails a deployment: so a start does without an answer,
 * and whoever needs it asks again.
 */
public final class AtStart {

  private AtStart() {}

  /** Asks; {@code what} is told where there is no answer. */
  public static void ask(String what, Runnable question) {
    try {
      question.run();
    } catch (SdkException e) {
      Log.info("not known at the start", "what", what, "reason", e.getClass().getSimpleName());
    }
  }
}
