package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.GroupStay;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.port.Members.Member;

/**
 * A lead's membership of a group: {@code group#<id>} beside its placement, found by the index over
 * pools. What its list shows of a member lies in {@code card}, the one attribute of that index.
 */
final class GroupItem {

  static final String PREFIX = "group#";

  /** Of a stay that is over, which no index holds. */
  static final String LEFT = "left#";

  private GroupItem() {}

  static Item key(String lead, String group) {
    return LeadsTable.key(lead, PREFIX + group);
  }

  static Item of(Card card, Membership membership) {
    var member = new Member(card, membership);
    var shard = Math.floorMod(card.lead().hashCode(), PlacementItem.POOL_SHARDS);
    return key(card.lead(), membership.group())
        .text(PlacementItem.POOL, partition(membership.group(), shard))
        .text(PlacementItem.SINCE, member.place())
        .document(PlacementItem.CARD, Json.write(member), PlacementItem.LONGEST_TEXT);
  }

  static Item left(String lead, GroupStay stay) {
    var at = SortableTime.millis(stay.ended().orElseThrow().at());
    return LeadsTable.key(lead, LEFT + at + "#" + stay.membership().group())
        .document(LeadsTable.BODY, Json.write(stay), PlacementItem.LONGEST_TEXT);
  }

  /** Every stay among the items of a lead's partition. */
  static List<GroupStay> stays(List<Item> items) {
    return items.stream()
        .flatMap(item -> {
          var name = item.text(LeadsTable.ITEM);
          return name.startsWith(PREFIX)
              ? Stream.of(GroupStay.in(member(item).in()))
              : name.startsWith(LEFT)
                  ? Stream.of(Json.read(GroupStay.class, item.document(LeadsTable.BODY)))
                  : Stream.empty();
        })
        .toList();
  }

  /** In the index; no path of a pool begins so. */
  static String partition(String group, int shard) {
    return ":" + group + "#" + shard;
  }

  static Member member(Item item) {
    return Json.read(Member.class, item.document(PlacementItem.CARD));
  }
}
