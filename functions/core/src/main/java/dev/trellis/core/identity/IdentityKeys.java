package dev.trellis.core.identity;

import dev.trellis.core.signing.KeyRing;
import dev.trellis.core.signing.Tokens;
import java.util.List;

/**
 * The keys under which identities are stored: keyed hashes (R17). A plain hash of a mobile number
 * is undone by trying all numbers; this one only by whoever has the key. So what an erased person's
 * names leave behind names nobody.
 */
public final class IdentityKeys {

  private final Tokens tokens;

  /**
   * @param keys of identities
   */
  public IdentityKeys(KeyRing keys) {
    this.tokens = new Tokens(keys, "identity");
  }

  /** The key of an identity: its type and a keyed hash of its value. */
  public String of(Identity identity) {
    return all(identity).getFirst();
  }

  /** All keys under which it may stand, newest first: what was erased stays under an older one. */
  public List<String> all(Identity identity) {
    return tokens.digests(identity.value()).map(digest -> identity.type() + "#" + digest).toList();
  }
}
