package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.port.LeadStore.Logged;
import dev.trellis.core.port.sweep.Regrouping;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The steps of a split in DynamoDB. */
public final class DynamoDbRegrouping implements Regrouping {

  private final Table leads;
  private final IdentitiesTable identities;

  public DynamoDbRegrouping(
      DynamoDbClient client, String leadsTable, String identitiesTable, IdentityKeys keys) {
    this.leads = new Table(client, leadsTable);
    this.identities = new IdentitiesTable(client, identitiesTable, keys);
  }

  @Override
  public void put(String lead, Collection<Logged> events) {
    leads.putAll(events.stream().map(logged -> EventItem.of(lead, logged)).toList());
  }

  @Override
  public void give(String lead, Map<Identity, String> owners) {
    var settled = identities.settled(owners.keySet());
    owners.forEach((identity, read) -> {
      var guard = IdentityItem.ownedBy(read);
      var change = Change.set(IdentityItem.OWNER, lead, guard);
      identities.table().update(settled.get(identity), change, guard);
    });
  }

  @Override
  public void drop(String lead, Set<String> events) {
    leads.deleteAll(events.stream().map(event -> EventItem.key(lead, event)).toList());
  }
}
