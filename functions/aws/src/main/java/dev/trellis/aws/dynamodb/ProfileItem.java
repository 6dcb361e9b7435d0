package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.Twin;
import dev.trellis.core.profile.Profile;

/** A lead's profile item: {@code version, body}, and what merges, splits and erasure left. */
final class ProfileItem {

  private static final String ABSORBED = "absorbed";
  private static final String MERGED_INTO = "mergedInto";
  private static final String MERGED_AT = "mergedAt";
  private static final String APART = "apart";
  private static final String ERASED_AT = "erasedAt";

  /** The keys of the index over leads that may be the same as others, and what it shows of them. */
  static final String TWINS = "twins";

  static final String TOLD = "told";
  static final String TWIN = "twin";

  /** So many partitions of it: as many thousand a second may be told. */
  static final int TWIN_SHARDS = 2;

  private ProfileItem() {}

  static Item key(String lead) {
    return LeadsTable.key(lead, LeadsTable.PROFILE);
  }

  /** The next version of a lead. */
  static Item after(LeadRecord lead) {
    var item =
        key(lead.lead())
            .number(LeadsTable.VERSION, lead.version() + 1)
            .document(LeadsTable.BODY, lead.profile().toJson())
            .texts(ABSORBED, lead.absorbed())
            .text(MERGED_INTO, lead.mergedInto())
            .texts(APART, lead.apart())
            .text(ERASED_AT, lead.erasedAt() == null ? null : lead.erasedAt().toString());
    var listed = Twin.of(lead).map(twin -> listed(item, twin)).orElse(item);
    return lead.mergedAt() == 0 ? listed : listed.number(MERGED_AT, lead.mergedAt());
  }

  private static Item listed(Item item, Twin twin) {
    return item.text(TWINS, twins(Math.floorMod(twin.lead().hashCode(), TWIN_SHARDS)))
        .text(TOLD, twin.place())
        .text(TWIN, Json.write(twin));
  }

  static String twins(int shard) {
    return Integer.toString(shard);
  }

  static Twin twin(Item item) {
    return Json.read(Twin.class, item.text(TWIN));
  }

  static LeadRecord read(Item item) {
    var erasedAt = item.text(ERASED_AT);
    return new LeadRecord(
        item.text(LeadsTable.LEAD),
        item.number(LeadsTable.VERSION),
        Profile.fromJson(item.document(LeadsTable.BODY)),
        item.texts(ABSORBED),
        item.text(MERGED_INTO),
        item.number(MERGED_AT),
        item.texts(APART),
        erasedAt == null ? null : Instant.parse(erasedAt));
  }

  /** The lead among the items of its partition. */
  static Optional<LeadRecord> in(Collection<Item> items) {
    return items.stream()
        .filter(item -> LeadsTable.is(item, LeadsTable.PROFILE))
        .findFirst()
        .map(ProfileItem::read);
  }
}
