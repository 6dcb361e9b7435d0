package dev.trellis.aws.dynamodb;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.port.LeadStore.Name;
import java.time.Instant;
import java.util.Optional;

/** An item of the Identities table: {@code lead}, and {@code erasedAt} once it was forgotten. */
record IdentityItem(IdentityKeys keys) {

  static final String IDENTITY = "identity";
  static final String OWNER = "lead";
  static final String ERASED_AT = "erasedAt";

  Item key(Identity identity) {
    return Item.EMPTY.text(IDENTITY, keys.of(identity));
  }

  static Item keyOf(Item item) {
    return Item.EMPTY.text(IDENTITY, item.text(IDENTITY));
  }

  static Name read(Item item) {
    var erasedAt = item.text(ERASED_AT);
    return new Name(item.text(OWNER), erasedAt == null ? null : Instant.parse(erasedAt));
  }

  /** It still belongs to whom it belonged when it was read, or to nobody. */
  static Guard ownedBy(Optional<String> read) {
    return read.map(owner -> Guard.is(OWNER, owner)).orElse(Guard.absent(OWNER));
  }
}
