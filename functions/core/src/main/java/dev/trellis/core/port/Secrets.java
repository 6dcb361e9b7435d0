package dev.trellis.core.port;

import java.util.Optional;

/** Keys that must not stand in a template. */
public interface Secrets {

  /** The key that signs our own links and forms; at least 32 characters. */
  String signing();

  /**
   * The Standard Webhooks secrets ({@code whsec_…}) shared with one partner, such as {@code
   * crm.stand-in}: newest first, separated by a space while one replaces the other.
   */
  Optional<String> webhook(String partner);
}
