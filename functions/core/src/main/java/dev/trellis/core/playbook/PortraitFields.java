package dev.trellis.core.playbook;

import java.util.Set;

/** Names under which a portrait answers by itself, so that no fact may have them. */
public final class PortraitFields {

  /** Prefix of the points for a topic. */
  public static final String INTEREST = "interest.";

  /** Prefix of the value of a field that is shown, also when it is too unsure to count. */
  public static final String SHOWN = "shown.";

  /** Prefix of who says so: sales, form, import, external or inferred. */
  public static final String SOURCE = "source.";

  /** Prefix of how sure the shown value is, in percent. */
  public static final String CONFIDENCE = "confidence.";

  /** Prefix of what the person's company adds. */
  public static final String ACCOUNT = "account.";

  private static final Set<String> NAMES =
      Set.of(
          "tag",
          "fit",
          "activity",
          "activityGrade",
          "intent",
          "excluded",
          "unclassified",
          "returned",
          "lastTouch",
          "stage",
          "bant",
          "isSQL",
          "all",
          "any",
          "not");

  private static final Set<String> ON_TAGS =
      Set.of("tag", "fit", "total", "excluded", "unclassified", "stage");

  private static final Set<String> PREFIXES = Set.of(INTEREST, SHOWN, SOURCE, CONFIDENCE, ACCOUNT);

  private PortraitFields() {}

  /** True if a portrait, and no fact, answers to this name. */
  public static boolean isReserved(String field) {
    return NAMES.contains(field) || PREFIXES.stream().anyMatch(field::startsWith);
  }

  /** True if the answer may depend on tags, so that no tag may depend on it. */
  public static boolean restsOnTags(String field) {
    return ON_TAGS.contains(field);
  }
}
