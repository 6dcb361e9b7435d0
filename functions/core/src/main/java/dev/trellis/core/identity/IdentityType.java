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

  /**
   * Reads the lower-case name.
   *
   * @throws IllegalArgumentException if there is no such type
   */
  public static IdentityType parse(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("unknown identity type"));
  }

  static Optional<IdentityType> find(String name) {
    return Arrays.stream(values()).filter(type -> type.toString().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
