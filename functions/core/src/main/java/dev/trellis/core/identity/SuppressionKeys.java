package dev.trellis.core.identity;

import dev.trellis.core.signing.KeyRing;
import dev.trellis.core.signing.Tokens;
import java.util.List;
import java.util.Locale;

/**
 * Keyed hashes of addresses: a suppression outlives a person's erasure without naming anyone. Since
 * the addresses are not kept, what was written under an older key stays there: it is looked for
 * under all of them, for good.
 */
public final class SuppressionKeys {

  private final Tokens tokens;

  /**
   * @param keys of suppressions
   */
  public SuppressionKeys(KeyRing keys) {
    this.tokens = new Tokens(keys, "suppression");
  }

  /** The key of an address, however it is spelled, under which a new suppression is written. */
  public String of(String address) {
    return all(address).getFirst();
  }

  /** All keys under which one of the address may stand, newest first. */
  public List<String> all(String address) {
    return tokens.digests(address.strip().toLowerCase(Locale.ROOT)).toList();
  }
}
