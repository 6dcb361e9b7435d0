package dev.trellis.aws.dynamodb;

/** Key of the Suppressions table: a keyed hash of an address. */
final class SuppressionItem {

  static final String ADDRESS = "address";
  static final String REASON = "reason";
  static final String SINCE = "since";

  private SuppressionItem() {}

  static Item key(String suppressionKey) {
    return Item.EMPTY.text(ADDRESS, suppressionKey);
  }
}
