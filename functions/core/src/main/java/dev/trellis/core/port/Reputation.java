package dev.trellis.core.port;

import java.time.Instant;

/** What came back of the account's mails, as the provider counts it. */
public interface Reputation {

  /**
   * The counts of the last day, or of as many days as it takes to have sent that many mails.
   *
   * @param since nothing before it counts
   */
  Counts lately(Instant since, int leastSent);

  /** Mails that were sent, came back for good, or were called spam. */
  record Counts(long sent, long bounces, long complaints) {}
}
