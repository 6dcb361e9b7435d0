package dev.trellis.core.identity;

import module java.base;

import dev.trellis.core.json.Json;

/**
 * One name by which a channel knows a person, in its normal form: an e-mail in lower case, a mobile
 * number in E.164. Written as {@code type:value}.
 */
public record Identity(IdentityType type, String value) implements Comparable<Identity>, Json.Text {

  /** How long a {@link #mark} is: 48 bits. */
  public static final int MARK_LENGTH = 8;

  private static final int LONGEST = 320;

  public Identity {
    Objects.requireNonNull(type, "an identity needs a type");
    if (value == null || !isValue(value)) {
      throw new IllegalArgumentException(
          type + " identity must have 1 to " + LONGEST + " characters");
    }
  }

  /**
   * Reads {@code type:value}.
   *
   * @throws IllegalArgumentException if the type is unknown or the value empty
   */
  public static Identity parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("an identity is written type:value");
    }
    return new Identity(IdentityType.parse(text.substring(0, colon)), text.substring(colon + 1));
  }

  /** Eight characters that tell this name from the others of one person. */
  public String mark() {
    return Ids.derived("mark", toString()).substring(0, MARK_LENGTH);
  }

  /** The identity that a text is, if it is one and not just what people write. */
  public static Optional<Identity> find(String text) {
    int colon = Math.max(0, text.indexOf(':'));
    var value = text.substring(Math.min(text.length(), colon + 1));
    return IdentityType.find(text.substring(0, colon))
        .filter(_ -> isValue(value))
        .map(type -> new Identity(type, value));
  }

  private static boolean isValue(String value) {
    return !value.isBlank() && value.length() <= LONGEST;
  }

  @Override
  public int compareTo(Identity other) {
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return type + ":" + value;
  }
}
