package dev.trellis.core.port;

import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a browser between two requests, under a secret that only the browser knows;
 * the store keeps no secret that it could give away.
 */
public interface Sessions {

  /** Remembers a text under a secret, instead of what was remembered there before. */
  void keep(String secret, String text, Instant until);

  /** What is remembered, unless its time is over. */
  Optional<String> find(String secret, Instant now);

  /** The same, and forgets it: of two who ask, one gets it. */
  Optional<String> take(String secret, Instant now);
}
