package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.aws.SideBySide;
import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.imports.RowEffect;
import dev.trellis.core.port.imports.RowEffects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Identities, event logs and profiles in DynamoDB. */
public final class DynamoDbLeadStore implements LeadStore, RowEffects {

  /** More are not looked at; of the hundred items of a transaction, besides sixty claims. */
  private static final int MOST_LOGS = 25;

  private static final String EVENT = "event";
  private static final String SEAT = "seat";
  private static final Duration RECEIPTS_LAST = Duration.ofDays(2);

  /** As long as a message may wait among the dead letters. */
  private static final Duration COUNTS_LAST = Duration.ofDays(20);

  private final Table leads;
  private final IdentitiesTable names;
  private final Table identities;

  public DynamoDbLeadStore(
      DynamoDbClient client, String leadsTable, String identitiesTable, IdentityKeys keys) {
    this.leads = new Table(client, leadsTable);
    this.names = new IdentitiesTable(client, identitiesTable, keys);
    this.identities = names.table();
  }

  // A lead is read after the names that lead to it, as without reading ahead.
  @Override
  public void expect(Set<Identity> told, Set<String> expected) {
    var wanted = new HashSet<>(expected);
    identities.readAhead(told.stream().map(names::key).toList()).stream()
        .map(item -> IdentityItem.read(item).lead())
        .filter(Objects::nonNull)
        .forEach(wanted::add);
    leads.readAhead(wanted.stream().map(ProfileItem::key).toList());
  }

  @Override
  public Map<Identity, Name> names(Set<Identity> wanted) {
    var found = new HashMap<Identity, Name>();
    names.all(wanted).forEach((name, item) -> found.put(name, IdentityItem.read(item)));
    return found;
  }

  @Override
  public Optional<LeadRecord> find(String lead) {
    return leads.get(ProfileItem.key(lead)).map(ProfileItem::read);
  }

  @Override
  public List<Logged> log(String lead) {
    var partition = LeadsTable.partition(lead);
    return leads.startingWith(partition, LeadsTable.ITEM, EventItem.PREFIX).stream()
        .map(EventItem::read)
        .sorted()
        .toList();
  }

  @Override
  public Map<String, RowEffect> at(Collection<Spot> spots) {
    var found = new HashMap<String, RowEffect>();
    leads
        .all(spots.stream().map(spot -> EventItem.key(spot.lead(), spot.event())).toList())
        .forEach(item -> found.put(EventItem.id(item), EventItem.effect(item)));
    return found;
  }

  @Override
  public AppendResult append(Append append) {
    if (isInOldLog(append)) {
      return AppendResult.DUPLICATE;
    }
    Stream.of(List.of(append.lead()), append.losers(), append.others())
        .flatMap(Collection::stream)
        .filter(lead -> lead.version() == LeadFiles.LONG - 1)
        .forEach(this::list);
    return switch (transaction(append).run(token(append))) {
      case Transaction.Outcome.Committed _ -> {
        append.way().ifPresent(way -> CountItem.count(leads, way));
        yield AppendResult.APPENDED;
      }
      case Transaction.Outcome.Busy _ -> AppendResult.CONFLICT;
      // A repeated event often fails on its version as well: that it is in a log already decides.
      case Transaction.Outcome.Refused(var standing) when standing.containsKey("event") ->
          AppendResult.DUPLICATE;
      case Transaction.Outcome.Refused(var standing) when standing.containsKey("receipt") ->
          AppendResult.RECEIPT_USED;
      case Transaction.Outcome.Refused(var standing) when standing.keySet().equals(Set.of(SEAT)) ->
          AppendResult.CROWDED;
      case Transaction.Outcome.Refused _ -> AppendResult.CONFLICT;
    };
  }

  // Whoever adds to this log meanwhile changes the version that the transaction asks for.
  private void list(LeadRecord grown) {
    var lead = grown.lead();
    SideBySide.ask(
        log(lead),
        logged ->
            leads.update(
                EventItem.key(lead, logged.event().id()),
                EventItem.listed(lead, logged.event()),
                EventItem.THERE));
  }

  // Not in one transaction: a burst would stand in its own way. Who dies in between counts one
  // less.
  @Override
  public void count(String once, Collection<Crowd> crowds, Instant now) {
    var told =
        Item.EMPTY
            .text(IdentityItem.IDENTITY, "counted#" + once)
            .text("by", Ids.random())
            .number(Guarded.UNTIL, now.plus(COUNTS_LAST).getEpochSecond());
    if (identities.put(told, Guard.absent(IdentityItem.IDENTITY)).written()) {
      crowds.forEach(crowd -> CrowdItem.add(leads, crowd));
    }
  }

  private Transaction transaction(Append append) {
    var event = append.event();
    var lead = append.lead();
    var transaction =
        new Transaction(leads.client())
            .put(
                "event",
                leads,
                EventItem.of(lead.lead(), new Logged(event, lead.version() + 1), append.effect()),
                Guard.absent(LeadsTable.LEAD));
    put(transaction, "profile", lead);
    append.losers().forEach(loser -> put(transaction, "loser", loser.absorbedBy(lead)));
    append.others().forEach(other -> put(transaction, "other", other));
    for (var log : youngest(append.lead().apart())) {
      transaction.check(
          "event", leads, EventItem.key(log, event.id()), Guard.absent(LeadsTable.LEAD));
    }
    claims(append)
        .forEach((name, owner) -> {
          var asRead =
              owner.isEmpty() || append.claimants().containsKey(name)
                  ? IdentityItem.asRead(owner.orElse(null), append.claimants(name))
                  : IdentityItem.ownedBy(owner.get());
          claim(transaction, name, asRead, lead.lead());
          if (owner.isEmpty()) {
            standsNowhereElse(transaction, name);
          }
        });
    append
        .wanted()
        .forEach((name, read) -> {
          transaction.update(
              "claim", identities, names.key(name), IdentityItem.claimedBy(lead.lead(), read));
          standsNowhereElse(transaction, name);
        });
    if (event.happening() instanceof FormSubmitted form && form.receipt() != null) {
      receipt(transaction, event, form.receipt());
    }
    append
        .seat()
        .ifPresent(seat ->
            transaction.update(
                SEAT,
                identities,
                Item.EMPTY.text(IdentityItem.IDENTITY, "crowd#" + seat.crowd()),
                Guarded.counting(seat.most(), event.occurredAt().plus(RECEIPTS_LAST))));
    return transaction;
  }

  /**
   * An event told twice is one event, even if a merge or a split lies between. Nobody adds to the
   * log of an absorbed lead, and whoever adds to that of a lead about to be absorbed changes the
   * version that the transaction asks for: to look there before is as good as within, for a
   * fraction of the price. A lead that was split off lives on.
   */
  private boolean isInOldLog(Append append) {
    var logs = new TreeSet<>(append.lead().absorbed());
    for (var loser : append.losers()) {
      logs.add(loser.lead());
      logs.addAll(loser.absorbed());
    }
    var keys = youngest(logs).stream().map(l -> EventItem.key(l, append.event().id())).toList();
    return !keys.isEmpty() && !leads.all(keys).isEmpty();
  }

  /** A person of more leads may have an event told twice counted twice, but is never stuck. */
  private static SortedSet<String> youngest(SortedSet<String> all) {
    var logs = new TreeSet<>(all);
    while (logs.size() > MOST_LOGS) {
      logs.removeFirst();
    }
    return logs;
  }

  /**
   * Claims. What the lead owned when it was read needs no claim: an identity moves only by a merge,
   * which changes the version of the profile it leaves.
   */
  private static Map<Identity, Optional<String>> claims(Append append) {
    var claims = new TreeMap<Identity, Optional<String>>();
    append
        .claims()
        .forEach((identity, owner) -> {
          if (!owner.equals(Optional.of(append.lead().lead()))) {
            claims.put(identity, owner);
          }
        });
    return claims;
  }

  private void put(Transaction transaction, String label, LeadRecord lead) {
    transaction.put(
        label, leads, ProfileItem.after(lead), Guard.version(LeadsTable.LEAD, lead.version()));
  }

  // Sets only the owner: when it was last forgotten stays with the name.
  private void claim(Transaction transaction, Identity identity, Guard asRead, String lead) {
    transaction.set("claim", identities, names.key(identity), IdentityItem.OWNER, lead, asRead);
  }

  // Whoever starts with another newest key may be writing it there.
  private void standsNowhereElse(Transaction transaction, Identity identity) {
    for (var other : names.otherKeys(identity)) {
      transaction.check("claim", identities, other, Guard.absent(IdentityItem.IDENTITY));
    }
  }

  private void receipt(Transaction transaction, LeadEvent event, String receipt) {
    transaction.put(
        "receipt",
        identities,
        Item.EMPTY
            .text(IdentityItem.IDENTITY, "receipt#" + receipt)
            .text(EVENT, event.id())
            .number("expiresAt", event.occurredAt().plus(RECEIPTS_LAST).getEpochSecond()),
        Guard.absent(IdentityItem.IDENTITY));
  }

  /**
   * Names this decision: the event, and the state of the world in which it was taken. Tokens count
   * per account, which may hold more than one installation, so the table is named as well.
   */
  private String token(Append append) {
    var parts = new ArrayList<>(List.of(leads.name(), append.event().id()));
    parts.add(at(append.lead()));
    append.losers().forEach(loser -> parts.add(at(loser)));
    append.others().forEach(other -> parts.add(at(other)));
    claims(append).forEach((name, owner) -> parts.add(name + "=" + owner.orElse("")));
    append.wanted().forEach((name, read) -> parts.add(name + "?" + read));
    append.claimants().forEach((name, read) -> parts.add(name + "!" + read));
    return Ids.derived(parts.toArray(String[]::new));
  }

  private static String at(LeadRecord lead) {
    return lead.lead() + "@" + lead.version();
  }
}
