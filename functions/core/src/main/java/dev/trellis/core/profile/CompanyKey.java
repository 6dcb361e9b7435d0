package dev.trellis.core.profile;

import dev.trellis.core.dictionary.CompanyNames;
import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.json.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * Under which a company is filed (R21): the core of its name where somebody told one, such as
 * {@code name:示例精工}, else the domain of a company's mail, such as {@code domain:example.cn}.
 *
 * <p>People of one company may so be filed under its names and under its domains. None is ever
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

  /** Where the company is, if its name says so; else nothing. */
  public String place() {
    return value.substring(0, Math.max(0, value.indexOf(CompanyNames.PLACE)));
  }

  /** What tells the company from others at its place. */
  public String stem() {
    var name = value.substring(0, value.length() - unit().length());
    return name.substring(name.indexOf(CompanyNames.PLACE) + 1);
  }

  /**
   * Under which it is filed: with its namesakes in other places, its groups and branches, so that
   * whoever opens one of them sees the others.
   */
  public CompanyKey family() {
    var stem = stem();
    return stem.isBlank() ? this : new CompanyKey(kind, stem);
  }

  /** Which group or branch of the company it is; nothing for the company itself. */
  public String unit() {
    int at = value.indexOf(CompanyNames.UNIT);
    return kind == Kind.DOMAIN || at < 1 ? "" : value.substring(at);
  }

  /**
   * Whether the other is a vaguer name of the same company when one person tells both: one that
   * leaves the place out, or one that was filed when places and units were not kept.
   */
  public boolean specifies(CompanyKey vaguer) {
    return kind == Kind.NAME
        && vaguer.kind == Kind.NAME
        && !equals(vaguer)
        && (vaguer.value.equals(stem())
            || vaguer.value.equals(stem() + unit())
            || vaguer.value.equals(place() + stem()));
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
