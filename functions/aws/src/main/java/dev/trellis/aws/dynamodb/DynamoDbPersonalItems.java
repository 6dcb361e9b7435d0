package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.port.Attempt;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.PersonalItems;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All that is stored about a person in DynamoDB. */
public final class DynamoDbPersonalItems implements PersonalItems {

  private final Table leads;
  private final IdentitiesTable identities;

  public DynamoDbPersonalItems(
      DynamoDbClient client, String leadsTable, String identitiesTable, IdentityKeys keys) {
    this.leads = new Table(client, leadsTable);
    this.identities = new IdentitiesTable(client, identitiesTable, keys);
  }

  @Override
  public List<Stored> all(String lead) {
    return leads.partition(LeadsTable.partition(lead)).stream()
        .map(item -> new Stored(lead, item.text(LeadsTable.ITEM), content(item)))
        .toList();
  }

  private static Map<String, Object> content(Item item) {
    var content = new TreeMap<String, Object>();
    item.attributes()
        .forEach((name, value) -> {
          if (value.b() != null || name.equals(LeadsTable.BODY)) {
            content.put(name, Json.parse(Document.read(value)));
          } else if (!name.equals(LeadsTable.LEAD) && !name.equals(LeadsTable.ITEM)) {
            content.put(name, plain(value));
          }
        });
    return content;
  }

  private static Object plain(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s();
      case N -> Long.parseLong(value.n());
      case SS -> List.copyOf(value.ss());
      case BOOL -> value.bool();
      default -> throw new IllegalStateException("no store writes " + value.type());
    };
  }

  @Override
  public boolean bury(LeadRecord tombstone) {
    var guard = Guard.version(LeadsTable.LEAD, tombstone.version());
    return leads.put(ProfileItem.after(tombstone), guard).written();
  }

  @Override
  public void clear(String lead) {
    for (var attempt = Attempt.first("the counts of lead " + lead); ; attempt = attempt.next()) {
      var items = leads.partition(LeadsTable.partition(lead));
      if (isUncounted(lead, items)) {
        leads.deleteAll(
            items.stream()
                .filter(item -> !LeadsTable.is(item, LeadsTable.PROFILE))
                .map(item -> LeadsTable.key(lead, item.text(LeadsTable.ITEM)))
                .toList());
        DynamoDbFlows.leave(leads, items);
        return;
      }
    }
  }

  // With the placement goes what it was counted as, so that whoever comes again finds neither.
  private boolean isUncounted(String lead, List<Item> items) {
    var position = PlacementItem.in(items);
    var change = Headcount.between(position, Optional.empty());
    return change.isNothing()
        || new Transaction(leads.client())
                .delete(
                    "placement",
                    leads,
                    PlacementItem.key(lead),
                    Guard.version(LeadsTable.LEAD, position.orElseThrow().version()))
                .update("counts", leads, CountItem.any(), CountItem.adding(change))
                .run(null)
            instanceof Transaction.Outcome.Committed;
  }

  @Override
  public void forget(Set<Identity> names, Set<String> erased, Instant erasedAt) {
    var guard = belongsTo(erased);
    var change = IdentityItem.forgotten(erased, erasedAt, guard);
    identities
        .settled(names)
        .forEach((name, key) -> {
          if (!identities.table().update(key, change, guard) && !erased.isEmpty()) {
            unclaim(Set.of(name), erased);
          }
        });
  }

  private static Guard belongsTo(Set<String> leads) {
    var guard = Guard.absent(IdentityItem.OWNER);
    for (var lead : leads) {
      guard = guard.or(IdentityItem.OWNER, lead);
    }
    return guard;
  }

  // Of a name that nobody claimed there may be no item, and none is to come of this.
  @Override
  public void unclaim(Set<Identity> names, Set<String> erased) {
    var guard = Guard.present(IdentityItem.CLAIMANTS);
    var change = IdentityItem.unclaimed(erased).under(guard);
    identities.settled(names).values().forEach(k -> identities.table().update(k, change, guard));
  }
}
