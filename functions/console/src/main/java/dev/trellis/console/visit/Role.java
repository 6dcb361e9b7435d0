package dev.trellis.console.visit;

import module java.base;

/** What somebody may do; each may do what those before it may. */
public enum Role {
  /** Looks at everything and changes nothing. */
  VIEWER,
  /** Works with leads one by one. */
  SALES,
  /** Works with many at once, and with what they are sent. */
  MARKETER,
  /** Erases, releases, and sees who did what. */
  ADMIN;

  /** True if whoever has this role may do what asks for that one. */
  public boolean may(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The highest role among what an issuer calls somebody; other words mean nothing. */
  public static Optional<Role> of(Collection<String> called) {
    return Stream.of(values())
        .filter(role -> called.stream().anyMatch(role.name()::equalsIgnoreCase))
        .max(Comparator.naturalOrder());
  }
}
