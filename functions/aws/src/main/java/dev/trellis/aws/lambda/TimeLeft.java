package dev.trellis.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;

/**
 * How long a call may still take before Lambda ends it.
 *
 * @param context null where nothing ends it
 */
public record TimeLeft(Context context) {

  /** True if the call may take so much longer. */
  public boolean isMoreThan(Duration need) {
    return context == null || context.getRemainingTimeInMillis() > need.toMillis();
  }
}
