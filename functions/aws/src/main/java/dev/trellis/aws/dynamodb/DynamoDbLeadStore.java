package dev.trellis.aws.dynamodb;

import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Identities, event logs and profiles in DynamoDB. */
public final class DynamoDbLeadStore implements LeadStore {

  /** Of the hundred items of a transaction, besides sixty claims, the losers, event and profile. */
  private static final int MOST_LOGS = 25;

  private static final String IDENTITY = "identity";
  private static final String OWNER = "lead";
  private static final String EVENT = "event";
  private static final Duration RECEIPTS_LAST = Duration.ofDays(2);

  private final Table leads;
  private final Table identities;

  public DynamoDbLeadStore(DynamoDbClient client, String leadsTable, String identitiesTable) {
    this.leads = new Table(client, leadsTable);
    this.identities = new Table(client, identitiesTable);
  }

  @Override
  public Map<Identity, String> owners(Set<Identity> wanted) {
    var byKey = new TreeMap<String, Identity>();
    wanted.forEach(identity -> byKey.put(Ids.key(identity), identity));
    var owners = new HashMap<Identity, String>();
    for (var item : identities.all(byKey.keySet().stream().map(this::identityKey).toList())) {
      owners.put(byKey.get(item.text(IDENTITY)), item.text(OWNER));
    }
    return owners;
  }

  @Override
  public Optional<LeadRecord> find(String lead) {
    return leads.get(ProfileItem.key(lead)).map(ProfileItem::read);
  }

  @Override
  public AppendResult append(Append append) {
    return switch (transaction(append).run(token(append))) {
      case Transaction.Outcome.Committed _ -> AppendResult.APPENDED;
      case Transaction.Outcome.Busy _ -> AppendResult.CONFLICT;
      // A repeated event often fails on its version as well: that it is in a log already decides.
      case Transaction.Outcome.Refused(var standing) when standing.containsKey("event") ->
          AppendResult.DUPLICATE;
      case Transaction.Outcome.Refused(var standing) when standing.containsKey("receipt") ->
          AppendResult.RECEIPT_USED;
      case Transaction.Outcome.Refused _ -> AppendResult.CONFLICT;
    };
  }

  private Transaction transaction(Append append) {
    var event = append.event();
    var lead = append.lead();
    var transaction =
        new Transaction(leads.client())
            .put("event", leads, eventItem(lead.lead(), event), Guard.absent(LeadsTable.LEAD))
            .put(
                "profile",
                leads,
                ProfileItem.after(lead, lead.mergedInto()),
                Guard.version(LeadsTable.LEAD, lead.version()));
    for (var loser : append.losers()) {
      transaction.put(
          "loser",
          leads,
          ProfileItem.after(loser, lead.lead()),
          Guard.version(LeadsTable.LEAD, loser.version()));
    }
    for (var log : otherLogs(append)) {
      transaction.check("event", leads, eventKey(log, event), Guard.absent(LeadsTable.LEAD));
    }
    claims(append).forEach((key, owner) -> claim(transaction, key, owner, lead.lead()));
    if (event.happening() instanceof FormSubmitted form && form.receipt() != null) {
      receipt(transaction, event, form.receipt());
    }
    return transaction;
  }

  /**
   * Logs of absorbed leads: an event told twice is one event, even if a merge lies between. A
   * transaction has room for the youngest of them only; a person of more browsers than that may
   * have an event told twice counted twice, but is never stuck.
   */
  private static SortedSet<String> otherLogs(Append append) {
    var logs = new TreeSet<>(append.lead().absorbed());
    for (var loser : append.losers()) {
      logs.add(loser.lead());
      logs.addAll(loser.absorbed());
    }
    logs.remove(append.lead().lead());
    while (logs.size() > MOST_LOGS) {
      logs.removeFirst();
    }
    return logs;
  }

  /**
   * Claims by key. What the lead owned when it was read needs no claim: an identity moves only by a
   * merge, which changes the version of the profile it leaves.
   */
  private static Map<String, Optional<String>> claims(Append append) {
    var claims = new TreeMap<String, Optional<String>>();
    append
        .claims()
        .forEach((identity, owner) -> {
          if (!owner.equals(Optional.of(append.lead().lead()))) {
            claims.put(Ids.key(identity), owner);
          }
        });
    return claims;
  }

  private void claim(Transaction transaction, String key, Optional<String> owner, String lead) {
    transaction.put(
        "claim",
        identities,
        Item.EMPTY.text(IDENTITY, key).text(OWNER, lead),
        owner.map(read -> Guard.is(OWNER, read)).orElse(Guard.absent(IDENTITY)));
  }

  private void receipt(Transaction transaction, LeadEvent event, String receipt) {
    transaction.put(
        "receipt",
        identities,
        Item.EMPTY
            .text(IDENTITY, "receipt#" + receipt)
            .text(EVENT, event.id())
            .number("expiresAt", event.occurredAt().plus(RECEIPTS_LAST).getEpochSecond()),
        Guard.absent(IDENTITY));
  }

  private Item identityKey(String key) {
    return Item.EMPTY.text(IDENTITY, key);
  }

  private static Item eventKey(String lead, LeadEvent event) {
    return LeadsTable.key(lead, "event#" + event.id());
  }

  private static Item eventItem(String lead, LeadEvent event) {
    return eventKey(lead, event)
        .text("at", SortableTime.millis(event.occurredAt()))
        .text("kind", event.kind())
        .document(LeadsTable.BODY, event.toJson());
  }

  /**
   * Names this decision: the event, and the state of the world in which it was taken. Tokens count
   * per account, which may hold more than one installation, so the table is named as well.
   */
  private String token(Append append) {
    var parts = new ArrayList<>(List.of(leads.name(), append.event().id()));
    parts.add(at(append.lead()));
    append.losers().forEach(loser -> parts.add(at(loser)));
    claims(append).forEach((key, owner) -> parts.add(key + "=" + owner.orElse("")));
    return Ids.derived(parts.toArray(String[]::new));
  }

  private static String at(LeadRecord lead) {
    return lead.lead() + "@" + lead.version();
  }
}
