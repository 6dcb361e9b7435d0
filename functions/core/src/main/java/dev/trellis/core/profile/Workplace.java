package dev.trellis.core.profile;

import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.identity.IdentityType;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where a person works, as far as the person's profile shows it (R21).
 *
 * @param name as told, or null
 * @param core what is left of the name without legal form and place, or null
 * @param domain of a company's mail, or null
 * @param together true if the address was told with the name or after it, so that both speak of one
 *     company; an address from before may be of an old job
 * @param title as told, or null
 * @param role as told by a person who knows, or null; what the title means is not told here
 * @param since when the name was told, or null
 */
public record Workplace(
    String name,
    String core,
    String domain,
    boolean together,
    String title,
    String role,
    Instant since) {

  /** What is longer is no name of a company; a key must fit into a table. */
  private static final int LONGEST_CORE = 200;

  /** Reads names and domains by a dictionary. */
  public static Workplace of(Profile profile, Dictionaries dictionaries) {
    var companies = dictionaries.companies();
    return of(profile, companies::core, companies::domain);
  }

  static Workplace of(
      Profile profile,
      Function<String, Optional<String>> core,
      Function<String, Optional<String>> domain) {
    var title = profile.value(Field.TITLE).orElse(null);
    var role = profile.value(Field.ROLE).orElse(null);
    if (hasLeft(profile)) {
      return new Workplace(null, null, null, false, title, role, null);
    }
    var told = profile.fact(Field.COMPANY);
    return new Workplace(
        told.map(Fact::value).orElse(null),
        told.map(Fact::value).flatMap(core).filter(c -> c.length() <= LONGEST_CORE).orElse(null),
        addresses(profile).flatMap(a -> domain.apply(a).stream()).findFirst().orElse(null),
        isTold(profile, Field.EMAIL, Field.COMPANY),
        title,
        role,
        told.map(Fact::at).orElse(null));
  }

  public Optional<CompanyKey> key() {
    return core != null
        ? Optional.of(CompanyKey.name(core))
        : Optional.ofNullable(domain).map(CompanyKey::domain);
  }

  /** The other key of the same company, if the person showed both. */
  public Optional<CompanyKey> alias() {
    return core == null || !together
        ? Optional.empty()
        : Optional.ofNullable(domain).map(CompanyKey::domain);
  }

  // The address typed last says more than those known from before; they may be of an old job.
  private static Stream<String> addresses(Profile profile) {
    return Stream.concat(
        profile.value(Field.EMAIL).stream(), profile.identities(IdentityType.EMAIL).stream());
  }

  // Who left a company keeps its mail address as an identity, but works there no more.
  private static boolean hasLeft(Profile profile) {
    return isTold(profile, Field.LEFT_COMPANY, Field.COMPANY);
  }

  /** True if the field was told, and not before the other one. */
  private static boolean isTold(Profile profile, String field, String other) {
    var before = profile.fact(other).map(Fact::at).orElse(Instant.MIN);
    return profile.fact(field).filter(f -> !f.at().isBefore(before)).isPresent();
  }
}
