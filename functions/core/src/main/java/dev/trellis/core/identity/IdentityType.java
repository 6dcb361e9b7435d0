package dev.trellis.core.identity;

import java.util.Locale;

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
    for (var type : values()) {
      if (type.toString().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException("unknown identity type");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
