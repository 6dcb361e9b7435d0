package dev.trellis.aws.secrets;

import module java.base;

import dev.trellis.aws.lambda.Log;
import dev.trellis.core.json.Json;

/**
 * One secret, a JSON object, as it stood five minutes ago at most: what an operator changes takes
 * effect without a cold start. One that cannot be read again is used as it was.
 */
final class CachedSecret {

  static final Duration FRESH = Duration.ofMinutes(5);

  private final Supplier<String> source;
  private final InstantSource clock;
  private Map<String, Object> values;
  private Instant readAt = Instant.MIN;

  /**
   * @param source gives the text of the secret
   */
  CachedSecret(Supplier<String> source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  synchronized Map<String, Object> values() {
    var now = clock.instant();
    if (values == null || Duration.between(readAt, now).abs().compareTo(FRESH) >= 0) {
      values = read();
      readAt = now;
    }
    return values;
  }

  /** Reads it again at its next use, however fresh it is. */
  synchronized void expire() {
    readAt = Instant.MIN;
  }

  private Map<String, Object> read() {
    try {
      return Json.parse(source.get());
    } catch (RuntimeException e) {
      if (values == null) {
        throw e;
      }
      Log.warn("a secret cannot be read again", "reason", e.getClass().getSimpleName());
      return values;
    }
  }
}
