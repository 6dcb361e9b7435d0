package dev.trellis.core.playbook;

import java.util.Map;

/**
 * Files of leads already owned, and what their columns mean (R31, R75–R79).
 *
 * @param columns field or identity per header, as people write headers in Chinese or English
 */
public record Imports(Map<String, String> columns) {

  public static final Imports EMPTY = new Imports(Map.of());
}
