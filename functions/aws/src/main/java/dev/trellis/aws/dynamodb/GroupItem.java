package dev.trellis.aws.dynamodb;

import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.port.Members.Member;

/**
 * A lead's membership of a group: {@code group#<id>} beside its placement, found by the index over
 * pools. What its list shows of a member lies in {@code card}, the one attribute of that index.
 */
final class GroupItem {

  static final String PREFIX = "group#";

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

  /** In the index; no path of a pool begins so. */
  static String partition(String group, int shard) {
    return ":" + group + "#" + shard;
  }

  static Member member(Item item) {
    return Json.read(Member.class, item.document(PlacementItem.CARD));
  }
}
