package dev.trellis.local.template;

import java.util.List;
import java.util.Map;

/**
 * A DynamoDB table.
 *
 * @param attributes types (S, N, B) of the attributes that keys use
 * @param expiry attribute that ends an item's life, or null. Time is virtual here and the
 *     emulator's is not, so nothing is removed.
 */
public record Table(
    String id,
    String name,
    Map<String, String> attributes,
    Key key,
    List<Index> indexes,
    String expiry) {

  /**
   * @param range null if there is none
   */
  public record Key(String hash, String range) {}

  /**
   * A global secondary index.
   *
   * @param projection ALL, KEYS_ONLY or INCLUDE
   */
  public record Index(String name, Key key, String projection, List<String> included) {}
}
