package dev.trellis.aws.dynamodb;

/** Keys of the Leads table: one partition per lead, one item per thing known about it. */
final class LeadsTable {

  static final String LEAD = "lead";
  static final String ITEM = "item";
  static final String VERSION = "version";
  static final String BODY = "body";
  static final String PROFILE = "profile";
  static final String PLACEMENT = "placement";

  private LeadsTable() {}

  static Item partition(String lead) {
    return Item.EMPTY.text(LEAD, lead);
  }

  static Item key(String lead, String item) {
    return partition(lead).text(ITEM, item);
  }

  static boolean is(Item item, String name) {
    return name.equals(item.text(ITEM));
  }
}
