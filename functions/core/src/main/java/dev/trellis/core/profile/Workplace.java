package dev.trellis.core.profile;

import module java.base;

import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.identity.IdentityType;

/**
 * Where a person works, as far as the person's profile shows it (R21).
 *
 * @param name as told
 * @param core what is left of the name without its legal form
 * @param domain of a company's mail
 * @param together true if the address was told with the name or after it, so that both speak of one
 *     company; an address from before may be of an old job
 * @param title as told
 * @param role as told by a person who knows; what the title means is not told here
 * @param since when the name was told
 */
public record Workplace(
    Optional<String> name,
    Optional<String> core,
    Optional<String> domain,
    boolean together,
    Optional<String> title,
    Optional<String> role,
    Optional<Instant> since) {

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
    var isThere = !hasLeft(profile);
    var told = profile.fact(Field.COMPANY).filter(_ -> isThere);
    return new Workplace(
        told.map(Fact::value),
        told.map(Fact::value).flatMap(core).filter(c -> c.length() <= LONGEST_CORE),
        addresses(profile).filter(_ -> isThere).flatMap(a -> domain.apply(a).stream()).findFirst(),
        isThere && isTold(profile, Field.EMAIL, Field.COMPANY),
        profile.value(Field.TITLE),
        profile.value(Field.ROLE),
        told.map(Fact::at));
  }

  public Optional<CompanyKey> key() {
    return core.map(CompanyKey::name).or(() -> domain.map(CompanyKey::domain));
  }

  /** The names that cover the company on a list: its own, and those without place or unit. */
  public Set<String> cores() {
    var all = new TreeSet<String>();
    core.map(CompanyKey::name)
        .ifPresent(key -> {
          all.add(key.value());
          all.add(key.stem());
          all.add(key.stem() + key.unit());
          all.add(key.value().substring(0, key.value().length() - key.unit().length()));
        });
    return all;
  }

  /**
   * What covers the domain on a list, the nearest first: itself, then {@code *.} and each domain
   * above it.
   */
  public List<String> domains() {
    var all = new ArrayList<String>();
    domain.ifPresent(own -> {
      all.add(own);
      for (int dot = own.indexOf('.'); dot >= 0; dot = own.indexOf('.', dot + 1)) {
        all.add("*" + own.substring(dot));
      }
    });
    return all;
  }

  /** The other key of the same company, if the person showed both. */
  public Optional<CompanyKey> alias() {
    return domain.filter(_ -> core.isPresent() && together).map(CompanyKey::domain);
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
