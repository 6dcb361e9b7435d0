package dev.trellis.core.account;

import dev.trellis.core.account.Filing.Alias;
import dev.trellis.core.account.Filing.Contact;
import dev.trellis.core.profile.CompanyKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is filed about one company, under its name and under its domains (R21).
 *
 * @param aliases domains under which people of it are filed as well
 */
public record AccountFile(CompanyKey key, SortedSet<CompanyKey> aliases, List<Contact> contacts) {

  public AccountFile {
    contacts = List.copyOf(contacts);
  }

  /** The present and former members: leads that are one person are one. */
  public List<Member> members() {
    var ofPerson = new TreeMap<String, List<Contact>>();
    contacts.forEach(c -> ofPerson.computeIfAbsent(person(c), _ -> new ArrayList<>()).add(c));
    return ofPerson.entrySet().stream().map(e -> member(e.getKey(), e.getValue())).toList();
  }

  /**
   * A person who works or worked at a company.
   *
   * @param lead the living one
   * @param stays oldest first
   */
  public record Member(String lead, List<Stay> stays) {

    public Instant since() {
      return stays.getFirst().since();
    }

    /** When the last stay was over; empty if the person works there. */
    public Optional<Instant> until() {
      return stays.stream().anyMatch(Stay::isOpen)
          ? Optional.empty()
          : stays.stream().map(Stay::until).max(Comparator.naturalOrder());
    }
  }

  private static Member member(String lead, List<Contact> contacts) {
    var stays =
        contacts.stream()
            .flatMap(c -> c.stays().stream())
            .sorted(Comparator.comparing(Stay::since))
            .toList();
    return new Member(lead, stays);
  }

  // A lead may have been merged into one that was merged itself.
  private String person(Contact contact) {
    var into =
        contacts.stream()
            .filter(c -> c.mergedInto() != null)
            .collect(Collectors.toMap(Contact::lead, Contact::mergedInto, (a, _) -> a));
    var lead = contact.lead();
    for (int hop = 0; hop <= into.size() && into.containsKey(lead); hop++) {
      lead = into.get(lead);
    }
    return lead;
  }

  /**
   * Puts a company together from what is filed under each of its keys.
   *
   * @param drawer what is filed under one key
   */
  public static AccountFile open(CompanyKey key, Function<CompanyKey, List<Filing>> drawer) {
    var own = drawer.apply(key);
    if (key.kind() == CompanyKey.Kind.DOMAIN) {
      var company = company(own);
      if (company.isPresent()) {
        return open(company.get(), drawer);
      }
    }
    var contacts = new ArrayList<Contact>();
    var aliases = new TreeSet<CompanyKey>();
    contacts(own).forEach(contacts::add);
    for (var domain : domains(own)) {
      var there = drawer.apply(domain);
      if (company(there).filter(key::equals).isPresent()) {
        aliases.add(domain);
        contacts(there).forEach(contacts::add);
      }
    }
    return new AccountFile(key, aliases, contacts);
  }

  /** The company that a domain speaks for: the first name that came with it. */
  private static Optional<CompanyKey> company(List<Filing> ofDomain) {
    return ofDomain.stream()
        .filter(Alias.class::isInstance)
        .map(Alias.class::cast)
        .min(Comparator.comparing(Alias::since).thenComparing(Alias::company))
        .map(Alias::company);
  }

  private static SortedSet<CompanyKey> domains(List<Filing> ofCompany) {
    return contacts(ofCompany)
        .flatMap(c -> c.stays().stream())
        .filter(s -> s.domain() != null)
        .map(s -> CompanyKey.domain(s.domain()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Contact> contacts(List<Filing> filings) {
    return filings.stream().filter(Contact.class::isInstance).map(Contact.class::cast);
  }
}
