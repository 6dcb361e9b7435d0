package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.port.LeadStore.Name;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of the Identities table: {@code lead}, {@code erasedAt} once it was forgotten, and {@code
 * claimants} who claimed it while it was nobody's.
 */
final class IdentityItem {

  static final String IDENTITY = "identity";
  static final String OWNER = "lead";
  static final String ERASED_AT = "erasedAt";
  static final String CLAIMANTS = "claimants";

  private IdentityItem() {}

  static Item keyOf(Item item) {
    return Item.EMPTY.text(IDENTITY, item.text(IDENTITY));
  }

  static Name read(Item item) {
    var erasedAt = item.text(ERASED_AT);
    return new Name(
        item.text(OWNER), erasedAt == null ? null : Instant.parse(erasedAt), item.texts(CLAIMANTS));
  }

  /** Nothing of it changed since it was read. */
  static Guard unchanged(Item read) {
    var guard = asRead(read.text(OWNER), read.texts(CLAIMANTS));
    var at = read.text(ERASED_AT);
    return at == null ? guard.andAbsent(ERASED_AT) : guard.and(ERASED_AT, at);
  }

  /** It still belongs to whom it belonged when it was read. */
  static Guard ownedBy(String read) {
    return Guard.is(OWNER, read);
  }

  /**
   * It still belongs to the same, and nobody else has claimed it since.
   *
   * @param owner null if it was nobody's
   */
  static Guard asRead(String owner, SortedSet<String> claimants) {
    var values = new TreeMap<String, AttributeValue>();
    if (owner != null) {
      values.put(":owner", AttributeValue.fromS(owner));
    }
    if (!claimants.isEmpty()) {
      values.put(":read", AttributeValue.fromSs(List.copyOf(claimants)));
    }
    return new Guard(
        (owner == null ? "attribute_not_exists(#lead)" : "#lead = :owner")
            + " AND "
            + (claimants.isEmpty() ? "attribute_not_exists(#c)" : "#c = :read"),
        Map.of("#c", CLAIMANTS, "#lead", OWNER),
        values.isEmpty() ? null : values);
  }

  /** One claimant more, if none came since. */
  static Guarded claimedBy(String lead, Name read) {
    var guard = asRead(read.lead(), read.claimants());
    var all = AttributeValue.fromSs(all(lead, read.claimants()));
    return new Guarded(
        new Change("SET #c = :new", Map.of(), Map.of(":new", all)).under(guard),
        guard.expression());
  }

  /** Whom it belonged to is forgotten, and was no claimant either. */
  static Change forgotten(Set<String> leads, Instant at, Guard guard) {
    var names = new TreeMap<>(Map.of("#at", ERASED_AT, "#lead", OWNER));
    var values = new TreeMap<>(Map.of(":at", AttributeValue.fromS(at.toString())));
    var update = "SET #at = :at REMOVE #lead";
    if (!leads.isEmpty()) {
      var unclaimed = unclaimed(leads);
      names.putAll(unclaimed.names());
      values.putAll(unclaimed.values());
      update += " " + unclaimed.update();
    }
    return new Change(update, names, values).under(guard);
  }

  /** Some leads have not claimed it. */
  static Change unclaimed(Set<String> leads) {
    return new Change(
        "DELETE #c :out",
        Map.of("#c", CLAIMANTS),
        Map.of(":out", AttributeValue.fromSs(List.copyOf(leads))));
  }

  private static List<String> all(String lead, SortedSet<String> read) {
    return List.copyOf(Name.claimed(read, lead));
  }
}
