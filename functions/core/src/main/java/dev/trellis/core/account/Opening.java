package dev.trellis.core.account;

import module java.base;

import dev.trellis.core.account.Filing.Alias;
import dev.trellis.core.account.Filing.Contact;
import dev.trellis.core.account.Filing.Named;
import dev.trellis.core.account.Filing.Verdict;
import dev.trellis.core.account.Joining.Ground;
import dev.trellis.core.profile.CompanyKey;

/**
 * Finds all that is one company, from any key of it (R21). Nothing is rewritten when two names turn
 * out to be one: who joins them is asked each time, so that whatever joined them can go again.
 */
final class Opening {

  /** More names than that are no spellings of one company. */
  private static final int MOST = 30;

  private final Function<CompanyKey, List<Filing>> drawer;
  private final Map<CompanyKey, List<Filing>> seen = new HashMap<>();
  private final SortedMap<CompanyKey, Instant> names = new TreeMap<>();
  private final TreeSet<CompanyKey> domains = new TreeSet<>();
  private final SortedMap<CompanyKey, Kinship> kin = new TreeMap<>();
  private final List<Joining> joinings = new ArrayList<>();

  Opening(Function<CompanyKey, List<Filing>> drawer) {
    this.drawer = drawer;
  }

  AccountFile from(CompanyKey key) {
    var head = key.kind() == CompanyKey.Kind.DOMAIN ? owner(key) : Optional.of(key);
    head.ifPresent(this::take);
    if (names.isEmpty()) {
      domains.add(key);
    }
    var first =
        names.entrySet().stream()
            .min(Map.Entry.<CompanyKey, Instant>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(key);
    var aliases = new TreeSet<>(names.keySet());
    aliases.addAll(domains);
    var contacts = aliases.stream().flatMap(this::contacts).toList();
    names.keySet().forEach(this::namesakes);
    aliases.forEach(this::others);
    kin.keySet().removeAll(aliases);
    joinings.removeIf(j -> !aliases.containsAll(List.of(j.one(), j.other())));
    var called =
        aliases.stream()
            .flatMap(alias -> of(Named.class, alias))
            .max(Comparator.comparing(Named::at).thenComparing(Named::name))
            .map(Named::name)
            .orElse(null);
    aliases.remove(first);
    return new AccountFile(first, aliases, contacts, joinings, kin, called);
  }

  private void take(CompanyKey name) {
    if (names.size() == MOST
        || names.containsKey(name)
        || names.keySet().stream().anyMatch(n -> areApart(n, name))) {
      return;
    }
    names.put(name, since(name));
    var shown =
        contacts(name)
            .flatMap(c -> c.stays().stream())
            .filter(s -> s.domain() != null)
            .map(s -> CompanyKey.domain(s.domain()))
            .distinct()
            .toList();
    shown.forEach(domain -> at(domain, name));
    of(Verdict.class, name)
        .filter(Verdict::same)
        .toList()
        .forEach(v -> {
          joined(new Joining(name, v.other(), Ground.PERSON, v.by(), null, v.at()));
          if (v.other().kind() == CompanyKey.Kind.NAME) {
            take(v.other());
          } else if (owner(v.other()).equals(Optional.of(name))) {
            domains.add(v.other());
          }
        });
  }

  // What else is told at a domain where this name was: spellings of it, and its kin.
  private void at(CompanyKey domain, CompanyKey name) {
    var owner = owner(domain);
    for (var cluster : clusters(domain)) {
      if (cluster.stream().noneMatch(a -> a.company().equals(name))) {
        cluster.forEach(a -> akin(a.company(), Kinship.of(name, a.company(), true)));
        continue;
      }
      var head = cluster.getFirst();
      if (cluster.stream().map(Alias::company).anyMatch(owner.orElseThrow()::equals)
          && domains.add(domain)) {
        joined(joining(head.company(), domain, domain, head));
      }
      for (var alias : cluster.subList(1, cluster.size())) {
        joined(joining(head.company(), alias.company(), domain, alias));
      }
      cluster.forEach(a -> take(a.company()));
    }
  }

  // Whose a domain is: a person's last word, else the first name that came with it.
  private Optional<CompanyKey> owner(CompanyKey domain) {
    return of(Verdict.class, domain)
        .filter(v -> v.same() && v.other().kind() == CompanyKey.Kind.NAME)
        .max(Comparator.comparing(Verdict::at).thenComparing(Verdict::other))
        .map(Verdict::other)
        .or(() -> clusters(domain).stream().findFirst().map(c -> c.getFirst().company()));
  }

  // One list for each company at a domain, in the order in which they came.
  private List<List<Alias>> clusters(CompanyKey domain) {
    var firsts = new TreeMap<CompanyKey, Alias>();
    of(Alias.class, domain)
        .filter(a -> !areApart(domain, a.company()))
        .forEach(a ->
            firsts.merge(a.company(), a, (one, two) -> ORDER.compare(one, two) <= 0 ? one : two));
    var clusters = new ArrayList<List<Alias>>();
    firsts.values().stream()
        .sorted(ORDER)
        .forEach(alias ->
            clusters.stream()
                .filter(c -> c.stream().allMatch(a -> isSpelling(alias.company(), a.company())))
                .findFirst()
                .orElseGet(() -> {
                  var cluster = new ArrayList<Alias>();
                  clusters.add(cluster);
                  return cluster;
                })
                .add(alias));
    return clusters;
  }

  private static final Comparator<Alias> ORDER =
      Comparator.comparing(Alias::since).thenComparing(Alias::company).thenComparing(Alias::lead);

  private boolean isSpelling(CompanyKey one, CompanyKey other) {
    return Kinship.of(one, other, true) == Kinship.SAME && !areApart(one, other);
  }

  // Of several names of a company one may tell more than another, whichever is asked first.
  private void akin(CompanyKey other, Kinship kinship) {
    var told = kinship == Kinship.SAME ? Kinship.POSSIBLY : kinship;
    kin.merge(other, told, (one, two) -> one.compareTo(two) <= 0 ? one : two);
  }

  private boolean areApart(CompanyKey one, CompanyKey other) {
    return of(Verdict.class, one).anyMatch(v -> v.other().equals(other) && !v.same());
  }

  private static Joining joining(CompanyKey one, CompanyKey other, CompanyKey domain, Alias shown) {
    return new Joining(one, other, Ground.DOMAIN, domain.value(), shown.lead(), shown.since());
  }

  // A verdict is filed at both, and several names come to one domain.
  private void joined(Joining joining) {
    if (joinings.stream().noneMatch(j -> isOfTheSameTwo(j, joining))) {
      joinings.add(joining);
    }
  }

  private static boolean isOfTheSameTwo(Joining one, Joining other) {
    return one.by().equals(other.by())
        && (one.one().equals(other.one()) && one.other().equals(other.other())
            || one.one().equals(other.other()) && one.other().equals(other.one()));
  }

  private Instant since(CompanyKey name) {
    return contacts(name)
        .flatMap(c -> c.stays().stream())
        .map(Stay::since)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private Stream<Contact> contacts(CompanyKey name) {
    return of(Contact.class, name.family()).filter(c -> c.company().equals(name));
  }

  // Whoever has no mail at the same domain may still have the same name, at another place or none.
  private void namesakes(CompanyKey name) {
    of(Contact.class, name.family())
        .map(Contact::company)
        .filter(other -> Kinship.of(name, other, false) != Kinship.OTHER)
        .forEach(other -> akin(other, Kinship.of(name, other, false)));
  }

  // What a person said stands above what domains and names say.
  private void others(CompanyKey key) {
    of(Verdict.class, key)
        .filter(verdict -> !verdict.same())
        .forEach(verdict -> kin.put(verdict.other(), Kinship.OTHER));
  }

  private <T extends Filing> Stream<T> of(Class<T> kind, CompanyKey key) {
    return seen.computeIfAbsent(key, drawer).stream().filter(kind::isInstance).map(kind::cast);
  }
}
