package dev.trellis.aws.dynamodb;

import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Profile;
import java.util.Collection;
import java.util.Optional;

/** A lead's profile item: {@code version, body, absorbed, mergedInto}. */
final class ProfileItem {

  private static final String ABSORBED = "absorbed";
  private static final String MERGED_INTO = "mergedInto";

  private ProfileItem() {}

  static Item key(String lead) {
    return LeadsTable.key(lead, LeadsTable.PROFILE);
  }

  /** The next version of a lead. */
  static Item after(LeadRecord lead, String mergedInto) {
    return key(lead.lead())
        .number(LeadsTable.VERSION, lead.version() + 1)
        .document(LeadsTable.BODY, lead.profile().toJson())
        .texts(ABSORBED, lead.absorbed())
        .text(MERGED_INTO, mergedInto);
  }

  static LeadRecord read(Item item) {
    return new LeadRecord(
        item.text(LeadsTable.LEAD),
        item.number(LeadsTable.VERSION),
        Profile.fromJson(item.document(LeadsTable.BODY)),
        item.texts(ABSORBED),
        item.text(MERGED_INTO));
  }

  /** The lead among the items of its partition. */
  static Optional<LeadRecord> in(Collection<Item> items) {
    return items.stream()
        .filter(item -> LeadsTable.is(item, LeadsTable.PROFILE))
        .findFirst()
        .map(ProfileItem::read);
  }
}
