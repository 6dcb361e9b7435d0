package dev.trellis.nurture.mail;

import dev.trellis.core.signing.Tokens;
import java.util.Locale;

/** Keyed hashes of addresses: a suppression outlives a person's erasure without naming anyone. */
public final class SuppressionKeys {

  private final Tokens tokens;

  public SuppressionKeys(String secret) {
    this.tokens = new Tokens(secret, "suppression");
  }

  /** The key of an address, however it is spelled. */
  public String of(String address) {
    return tokens.digest(address.strip().toLowerCase(Locale.ROOT));
  }
}
