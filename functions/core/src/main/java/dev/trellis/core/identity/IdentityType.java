package dev.trellis.core.identity;

import module java.base;

/** Where an identity comes from; a weaker type never overrules a stronger one. */
public enum IdentityType {
  EMAIL,
  PHONE,
  UNIONID,
  OPENID,
  WECOM,
  CRM,
  /** A browser. Weak: several people may share one device. */
  COOKIE;

  private static final Map<String, IdentityType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(IdentityType::toString, type -> type));

  private final String text = name().toLowerCase(Locale.ROOT);

  /**
   * Reads the lower-case name.
   *
   * @throws IllegalArgumentException if there is no such type
   */
  public static IdentityType parse(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("unknown identity type"));
  }

  static Optional<IdentityType> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  @Override
  public String toString() {
    return text;
  }
}
