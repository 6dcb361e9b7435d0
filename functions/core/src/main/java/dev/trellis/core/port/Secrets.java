package dev.trellis.core.port;

import java.util.Optional;

/** What we share with partners and must not stand in a template. */
public interface Secrets {

  /**
   * The Standard Webhooks secrets ({@code whsec_…}) shared with one partner, such as {@code
   * crm.stand-in}: newest first, separated by a space while one replaces the other. Ask each time:
   * they may change while we run.
   */
  Optional<String> webhook(String partner);
}
