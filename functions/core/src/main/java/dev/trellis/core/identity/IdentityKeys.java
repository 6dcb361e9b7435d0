package dev.trellis.core.identity;

import dev.trellis.core.signing.Tokens;

/**
 * The keys under which identities are stored: keyed hashes (R17). A plain hash of a mobile number
 * is undone by trying all numbers; this one only by whoever has the installation's secret. So what
 * an erased person's names leave behind names nobody.
 */
public final class IdentityKeys {

  private final Tokens tokens;

  /**
   * @param secret of the installation
   */
  public IdentityKeys(String secret) {
    this.tokens = new Tokens(secret, "identity");
  }

  /** The key of an identity: its type and a keyed hash of its value. */
  public String of(Identity identity) {
    return identity.type() + "#" + tokens.digest(identity.value());
  }
}
