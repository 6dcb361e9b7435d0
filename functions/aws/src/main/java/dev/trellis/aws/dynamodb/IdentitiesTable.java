package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.port.Attempt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The Identities table, whose keys may be replaced. What stands under an older key is moved to the
 * newest by whoever asks for it first, so that each identity has one item at any time: nobody may
 * write one under the newest key while there is one under another.
 */
record IdentitiesTable(Table table, IdentityKeys keys) {

  IdentitiesTable(DynamoDbClient client, String name, IdentityKeys keys) {
    this(new Table(client, name), keys);
  }

  /** Where an identity is written. */
  Item key(Identity identity) {
    return item(keys.of(identity));
  }

  /** Where it may stand as well; nothing unless a key was replaced. */
  List<Item> otherKeys(Identity identity) {
    return keys.all(identity).stream().skip(1).map(IdentitiesTable::item).toList();
  }

  /** What stands under the newest key, after whatever stood under another was moved there. */
  Map<Identity, Item> all(Set<Identity> wanted) {
    var found = standing(wanted);
    var missing = new TreeSet<>(wanted);
    missing.removeAll(found.keySet());
    if (move(missing)) {
      found.putAll(standing(missing));
    }
    return found;
  }

  /** Where to change identities that may stand under another key. */
  Map<Identity, Item> settled(Set<Identity> names) {
    move(names);
    var settled = new TreeMap<Identity, Item>();
    names.forEach(name -> settled.put(name, key(name)));
    return settled;
  }

  private Map<Identity, Item> standing(Set<Identity> wanted) {
    var byKey = new HashMap<Item, Identity>();
    wanted.forEach(identity -> byKey.put(key(identity), identity));
    var found = new HashMap<Identity, Item>();
    for (var item : table.all(byKey.keySet())) {
      found.put(byKey.get(IdentityItem.keyOf(item)), item);
    }
    return found;
  }

  private boolean move(Set<Identity> names) {
    var byOther = new HashMap<Item, Identity>();
    names.forEach(name -> otherKeys(name).forEach(other -> byOther.put(other, name)));
    if (byOther.isEmpty()) {
      return false;
    }
    var found = table.all(byOther.keySet());
    for (var old : found) {
      move(old, key(byOther.get(IdentityItem.keyOf(old))));
    }
    return !found.isEmpty();
  }

  // Somebody else may have moved it, or changed it: then what stands there now is moved.
  private void move(Item found, Item to) {
    var key = IdentityItem.keyOf(found);
    var standing = Optional.of(found);
    for (var attempt = Attempt.first("the key of an identity");
        standing.isPresent();
        attempt = attempt.next()) {
      var old = standing.get();
      var outcome =
          new Transaction(table.client())
              .put(
                  "new",
                  table,
                  old.text(IdentityItem.IDENTITY, to.text(IdentityItem.IDENTITY)),
                  Guard.absent(IdentityItem.IDENTITY))
              .delete("old", table, key, IdentityItem.unchanged(old))
              .run(null);
      if (outcome instanceof Transaction.Outcome.Committed
          || outcome instanceof Transaction.Outcome.Refused(var why) && why.containsKey("new")) {
        return;
      }
      standing = table.get(key);
    }
  }

  private static Item item(String key) {
    return Item.EMPTY.text(IdentityItem.IDENTITY, key);
  }
}
