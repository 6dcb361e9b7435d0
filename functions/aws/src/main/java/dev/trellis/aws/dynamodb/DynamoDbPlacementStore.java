package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.GroupStay;
import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.PlacementStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Positions and moves in DynamoDB; a lead's first move lies within its position. */
public final class DynamoDbPlacementStore implements PlacementStore {

  static final String MOVE = "move#";

  private static final SortedMap<String, Instant> NO_GROUPS = Collections.emptySortedMap();

  private final Table leads;

  public DynamoDbPlacementStore(DynamoDbClient client, String leadsTable) {
    this.leads = new Table(client, leadsTable);
  }

  @Override
  public void expect(Collection<String> expected) {
    leads.readAhead(expected.stream().flatMap(lead -> keys(lead).stream()).toList());
  }

  @Override
  public Optional<Snapshot> load(String lead) {
    var items = leads.all(keys(lead));
    return ProfileItem.in(items)
        .map(found -> new Snapshot(found, PlacementItem.in(items), PlacementItem.card(items)));
  }

  @Override
  public boolean save(
      Snapshot before, Position position, Optional<Shown> shown, Optional<Move> move) {
    var lead = before.lead().lead();
    var card = shown.map(Shown::card);
    var change = Headcount.between(before.position(), Optional.of(position));
    var isNew = !change.isNothing() && before.card().isEmpty() && card.isPresent();
    var item = PlacementItem.after(lead, position, isNew ? Optional.empty() : card);
    var guard = Guard.version(LeadsTable.LEAD, position.version());
    var writes = new Transaction(leads.client()).put("placement", leads, item, guard);
    move.filter(m -> !m.equals(position.first()))
        .ifPresent(m -> writes.put("move", leads, moveItem(lead, m), Guard.NONE));
    addGroups(writes, before, position, shown);
    if (!change.isNothing()) {
      writes.update("counts", leads, CountItem.any(), CountItem.adding(change));
    }
    if (writes.isSingle()) {
      return leads.put(item, guard).written();
    }
    var listed = PlacementItem.after(lead, position, card);
    var isWritten =
        switch (writes.run(null)) {
          case Transaction.Outcome.Committed _ -> true;
          case Transaction.Outcome.Refused(var standing) ->
              standing
                  .getOrDefault("placement", Optional.empty())
                  .filter(i -> i.equals(item) || i.equals(listed))
                  .isPresent();
          case Transaction.Outcome.Busy _ -> false;
        };
    // In a transaction each of the indexes would cost twice as much. Whoever finds a position
    // without its card writes the card, whatever became of this.
    if (isWritten && isNew) {
      leads.put(listed, Guard.version(LeadsTable.LEAD, position.nextVersion().version()));
    }
    return isWritten;
  }

  // A membership is written with whatever its list shows, and only if that has changed.
  private void addGroups(
      Transaction writes, Snapshot before, Position position, Optional<Shown> shown) {
    var lead = before.lead().lead();
    var had = before.position().filter(Position::listed).map(Position::groups).orElse(NO_GROUPS);
    var has = position.listed() ? position.groups() : NO_GROUPS;
    had.keySet().stream()
        .filter(group -> !has.containsKey(group))
        .forEach(group -> writes.delete("out of " + group, leads, GroupItem.key(lead, group)));
    shown.map(Shown::left).ifPresent(left -> addStays(writes, lead, left));
    shown.ifPresent(now ->
        has.forEach((group, since) -> {
          if (!since.equals(had.get(group)) || !before.card().equals(Optional.of(now.card()))) {
            var item = GroupItem.of(now.card(), now.memberships().get(group));
            writes.put("in " + group, leads, item, Guard.NONE);
          }
        }));
  }

  // Why a lead came is told by its membership, which is gone from now on.
  private void addStays(Transaction writes, String lead, SortedMap<String, GroupStay.End> left) {
    if (left.isEmpty()) {
      return;
    }
    leads.all(left.keySet().stream().map(group -> GroupItem.key(lead, group)).toList()).stream()
        .map(GroupItem::member)
        .map(member -> new GroupStay(member.in(), left.get(member.in().group())))
        .forEach(stay ->
            writes.put(
                "left " + stay.membership().group(),
                leads,
                GroupItem.left(lead, stay),
                Guard.NONE));
  }

  private static Item moveItem(String lead, Move move) {
    return LeadsTable.key(lead, MOVE + SortableTime.millis(move.at()) + "#" + move.id())
        .document(LeadsTable.BODY, Json.write(move));
  }

  private static List<Item> keys(String lead) {
    return List.of(ProfileItem.key(lead), PlacementItem.key(lead));
  }
}
