package dev.trellis.core.profile;

import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.json.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * Under which a company is filed (R21): the core of its name where somebody told one, such as
 * {@code name:示例精工}, else the domain of a company's mail, such as {@code domain:example.cn}.
 *
 * <p>People of one company may so be filed under its name and under its domain. Neither is ever
 * rewritten: a lead that showed both leaves an alias at each, and whoever reads an account reads
 * what is filed under its aliases as well. So the order in which people arrive cannot matter.
 */
public record CompanyKey(Kind kind, String value) implements Json.Text, Comparable<CompanyKey> {

  /** What a key was made from; a name says more than a domain. */
  public enum Kind {
    NAME,
    DOMAIN;

    private String prefix() {
      return name().toLowerCase(Locale.ROOT) + ":";
    }
  }

  public CompanyKey {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a company key needs a name or a domain");
    }
  }

  public static CompanyKey name(String core) {
    return new CompanyKey(Kind.NAME, core);
  }

  public static CompanyKey domain(String domain) {
    return new CompanyKey(Kind.DOMAIN, domain);
  }

  /** The company of a person; empty if nothing told speaks of one. */
  public static Optional<CompanyKey> of(Profile profile, Dictionaries dictionaries) {
    return Workplace.of(profile, dictionaries).key();
  }

  /** Reads what {@link #toString} wrote. */
  public static CompanyKey parse(String text) {
    for (var kind : Kind.values()) {
      if (text.startsWith(kind.prefix())) {
        return new CompanyKey(kind, text.substring(kind.prefix().length()));
      }
    }
    throw new IllegalArgumentException("a company key starts with name: or domain:");
  }

  @Override
  public int compareTo(CompanyKey other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return kind.prefix() + value;
  }
}
