package dev.trellis.core.account;

import module java.base;

import dev.trellis.core.account.Filing.Contact;
import dev.trellis.core.profile.CompanyKey;
import org.jspecify.annotations.Nullable;

/**
 * All that is filed about one company, under its names and under its domains (R21).
 *
 * @param key the name that came first
 * @param aliases other names and domains under which people of it are filed
 * @param joinings what makes one company of them
 * @param kin companies whose people have mail at the same domain, namesakes, and those of which a
 *     person said that they are others
 * @param called as a person says; null if nobody does
 */
public record AccountFile(
    CompanyKey key,
    SortedSet<CompanyKey> aliases,
    List<Contact> contacts,
    List<Joining> joinings,
    SortedMap<CompanyKey, Kinship> kin,
    @Nullable String called) {

  public AccountFile {
    contacts = List.copyOf(contacts);
    joinings = List.copyOf(joinings);
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
    return new Opening(drawer).from(key);
  }
}
