package dev.trellis.memory;

import dev.trellis.core.port.Secrets;
import java.util.Map;
import java.util.Optional;

/** Secrets that are given. */
public record FixedSecrets(Map<String, String> webhooks) implements Secrets {

  public FixedSecrets {
    webhooks = Map.copyOf(webhooks);
  }

  @Override
  public Optional<String> webhook(String partner) {
    return Optional.ofNullable(webhooks.get(partner));
  }
}
