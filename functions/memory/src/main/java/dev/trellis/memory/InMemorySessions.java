package dev.trellis.memory;

import dev.trellis.core.port.Sessions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is remembered of browsers, in memory. */
public final class InMemorySessions implements Sessions {

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(String text, Instant until) {

    Optional<String> at(Instant now) {
      return now.isBefore(until) ? Optional.of(text) : Optional.empty();
    }
  }

  @Override
  public void keep(String secret, String text, Instant until) {
    kept.put(secret, new Kept(text, until));
  }

  @Override
  public Optional<String> find(String secret, Instant now) {
    return Optional.ofNullable(kept.get(secret)).flatMap(found -> found.at(now));
  }

  @Override
  public Optional<String> take(String secret, Instant now) {
    return Optional.ofNullable(kept.remove(secret)).flatMap(found -> found.at(now));
  }
}
