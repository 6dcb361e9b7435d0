package dev.trellis.checks.events;

/** The keys that whatever is signed in the sample events was signed with; good for nothing else. */
final class Keys {

  static final String WEBHOOK = "whsec_c2FtcGxlIGtleSwgZ29vZCBmb3Igbm90aGluZyBidXQgdGVzdHM=";

  private static final String SIGNING = "only-for-tests-only-for-tests-32";
  private static final String SIGNING_OF_NURTURE = "a secret that is only good for tests";

  private Keys() {}

  /** The key of the installation that an event belongs to. */
  static String signing(SampleEvent sample) {
    return sample.file().startsWith("nurture/") ? SIGNING_OF_NURTURE : SIGNING;
  }
}
