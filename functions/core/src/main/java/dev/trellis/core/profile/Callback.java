package dev.trellis.core.profile;

import java.time.Instant;
import java.util.Optional;

/**
 * When sales said to call again, in the last call: any later call ends it, since it tells its own
 * outcome (R102).
 *
 * @param call the event of the call
 */
public record Callback(String call, Instant at) {

  static Optional<Callback> of(Profile profile) {
    var last = profile.told(Authority.SALES, Field.CALL_OUTCOME).map(Fact::event);
    return profile
        .told(Authority.SALES, Field.CALLBACK)
        .filter(fact -> last.filter(fact.event()::equals).isPresent())
        .map(fact -> new Callback(fact.event(), Instant.parse(fact.value())));
  }
}
