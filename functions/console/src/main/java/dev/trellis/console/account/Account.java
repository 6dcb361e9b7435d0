package dev.trellis.console.account;

import module java.base;

import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.AccountFile.Member;
import dev.trellis.core.account.Joining;
import dev.trellis.core.account.Kinship;
import dev.trellis.core.playbook.NamedAccount;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Score;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Workplace;

/**
 * A company as its people show it (R21, R22, R27–R29). Drawn when needed, so that whoever comes or
 * goes, and whatever the playbook says today, shows at once. A newcomer finds what is known about
 * the company; what a person allowed us stays with that person.
 *
 * @param name as a person says it is called, as its people write it, or as the list of accounts
 *     does; or null
 * @param named its entry on the list of accounts we look for
 * @param people those who work here
 * @param former those who left, with the title and roles held here
 * @param joinings what makes one account of its names and domains
 * @param kin companies that are related, or possibly the same
 * @param scores of those who work here: {@code activity}, {@code fit}, {@code interest.<topic>}
 */
public record Account(
    CompanyKey key,
    String name,
    Optional<NamedAccount> named,
    List<CompanyKey> aliases,
    List<CompanyFact> facts,
    List<Person> people,
    List<Person> former,
    List<RollUp> scores,
    Chain chain,
    List<Joining> joinings,
    SortedMap<CompanyKey, Kinship> kin) {

  public Account {
    aliases = List.copyOf(aliases);
    facts = List.copyOf(facts);
    people = List.copyOf(people);
    former = List.copyOf(former);
    scores = List.copyOf(scores);
    joinings = List.copyOf(joinings);
  }

  /**
   * Draws a company.
   *
   * @param portraits of the living leads; one that has none is left out
   */
  public static Account of(
      AccountFile file, Function<String, Optional<Portrait>> portraits, Playbook playbook) {
    var drawn = new LinkedHashMap<Member, Portrait>();
    file.members().forEach(m -> portraits.apply(m.lead()).ifPresent(p -> drawn.put(m, p)));
    var titles = playbook.dictionaries().titles();
    var people = new ArrayList<Person>();
    drawn.forEach((member, portrait) -> people.add(Person.of(member, portrait, titles)));
    people.sort(Comparator.comparing(Person::since).thenComparing(Person::lead));
    var told = Optional.ofNullable(file.called()).or(() -> name(drawn));
    var named =
        Stream.concat(Stream.of(file.key()), file.aliases().stream())
            .flatMap(key -> named(key, playbook).stream())
            .findFirst();
    var name =
        told.or(() -> named.map(n -> n.name().in(playbook.company().defaultLanguage())))
            .orElse(null);
    return new Account(
        file.key(),
        name,
        named,
        List.copyOf(file.aliases()),
        new CompanyFacts(drawn, named, playbook, name).all(),
        people.stream().filter(Person::isHere).toList(),
        people.stream().filter(p -> !p.isHere()).toList(),
        scores(drawn),
        Chain.of(playbook.accounts().chain(), people),
        file.joinings(),
        file.kin());
  }

  /** How many companies may be the same one, for a person to decide. */
  public int possibly() {
    return Collections.frequency(kin.values(), Kinship.POSSIBLY);
  }

  /** Since when the company is a customer: the first deal that was won with anybody there (R39). */
  public Optional<Instant> customerSince() {
    return Stream.concat(people.stream(), former.stream())
        .map(Person::won)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }

  /** What is known of one field; empty if nobody knows. */
  public Optional<CompanyFact> fact(String field) {
    return facts.stream().filter(f -> f.field().equals(field)).findFirst();
  }

  // The strongest and newest of what those who work here write.
  private static Optional<String> name(Map<Member, Portrait> people) {
    return people.entrySet().stream()
        .filter(e -> e.getKey().until().isEmpty())
        .flatMap(e -> e.getValue().profile().fact(Field.COMPANY).stream())
        .max(Comparator.comparing(Fact::at).thenComparing(Fact::event))
        .map(Fact::value);
  }

  /** The entry of a name or domain on the list of accounts we look for. */
  public static Optional<NamedAccount> named(CompanyKey key, Playbook playbook) {
    var value = Optional.of(key.value());
    return playbook
        .accounts()
        .named(
            new Workplace(
                Optional.empty(),
                value.filter(_ -> key.kind() == CompanyKey.Kind.NAME),
                value.filter(_ -> key.kind() == CompanyKey.Kind.DOMAIN),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private static List<RollUp> scores(Map<Member, Portrait> people) {
    var byName = new TreeMap<String, SortedMap<String, Score>>();
    people.forEach((member, portrait) -> {
      if (member.until().isEmpty()) {
        portrait
            .scores()
            .forEach(
                s -> byName.computeIfAbsent(s.name(), _ -> new TreeMap<>()).put(member.lead(), s));
      }
    });
    return byName.entrySet().stream().map(e -> new RollUp(e.getKey(), e.getValue())).toList();
  }
}
