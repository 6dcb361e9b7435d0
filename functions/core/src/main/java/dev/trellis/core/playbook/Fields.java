package dev.trellis.core.playbook;

import java.util.Map;

/** The facts a company works with, by id: what they are called and where they belong (R25). */
public record Fields(Map<String, FieldDefinition> byId) {

  public static final Fields EMPTY = new Fields(Map.of());

  /**
   * One fact.
   *
   * @param block of the profile that it belongs to
   */
  public record FieldDefinition(String id, Wording name, Block block) {}

  /** The four blocks of a 360° profile. */
  public enum Block {
    CONTACT,
    COMPANY,
    LEAD,
    OPPORTUNITY
  }
}
