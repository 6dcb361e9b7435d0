package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Profile;

/** A lead's profile item: {@code version, body}, and what merges, splits and erasure left. */
final class ProfileItem {

  private static final String ABSORBED = "absorbed";
  private static final String MERGED_INTO = "mergedInto";
  private static final String MERGED_AT = "mergedAt";
  private static final String APART = "apart";
  private static final String ERASED_AT = "erasedAt";

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
    return lead.mergedAt() == 0 ? item : item.number(MERGED_AT, lead.mergedAt());
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
