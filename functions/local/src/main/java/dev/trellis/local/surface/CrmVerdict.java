package dev.trellis.local.surface;

import module java.base;

/**
 * What sales says about a lead.
 *
 * @param type of the webhook that says so
 * @param details members of its data, {@code reason} or {@code stage}
 */
record CrmVerdict(String type, Map<String, String> details) {

  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.of(
              "accepted", "lead.accepted",
              "returned", "lead.returned",
              "stage", "lead.stage",
              "won", "deal.won",
              "lost", "deal.lost"));

  /**
   * Reads {@code {verdict, reason?, stage?}}.
   *
   * @throws IllegalArgumentException saying what is missing
   */
  static CrmVerdict of(Map<String, ?> said) {
    var word = said.get("verdict") == null ? said.get("status") : said.get("verdict");
    var type = TYPES.get(String.valueOf(word));
    if (type == null) {
      throw new IllegalArgumentException(
          "verdict must be one of " + String.join(", ", TYPES.keySet()));
    }
    var details = new LinkedHashMap<String, String>();
    for (var name : new String[] {"reason", "stage"}) {
      if (said.get(name) instanceof String text && !text.isBlank()) {
        details.put(name, text);
      }
    }
    if (type.equals("lead.returned") && !details.containsKey("reason")) {
      throw new IllegalArgumentException("returned needs a reason, such as no-budget");
    }
    if (type.equals("lead.stage") && !details.containsKey("stage")) {
      throw new IllegalArgumentException("stage needs a stage, such as solution");
    }
    return new CrmVerdict(type, details);
  }
}
