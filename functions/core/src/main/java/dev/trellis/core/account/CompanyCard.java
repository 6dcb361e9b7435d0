package dev.trellis.core.account;

import module java.base;

import dev.trellis.core.account.Filing.Contact;
import dev.trellis.core.identity.PersonName;
import dev.trellis.core.profile.CompanyKey;

/**
 * A line of the list of companies: how one of its names or domains is spelled there, and which
 * company that is of (R21). Of the lines of a company one stands for it: the name that came first.
 *
 * @param spelling by which the line is sorted and found
 * @param key the name or the domain
 * @param name as it was first told, or as a person says that the company is called
 * @param company the key that came first
 * @param others names and domains of the company, on the line that stands for it, as many as a list
 *     needs
 */
public record CompanyCard(
    String spelling,
    CompanyKey key,
    String name,
    CompanyKey company,
    SortedSet<CompanyKey> others) {

  /** What a place in an index has room for. */
  private static final int LONGEST = 100;

  private static final int MOST_OTHERS = 20;

  public CompanyCard {
    others =
        others == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(others);
  }

  /**
   * All lines of a company, none if nobody is filed there. A name that begins with a place is found
   * without it too.
   */
  public static List<CompanyCard> of(AccountFile file) {
    var lines = new ArrayList<CompanyCard>();
    if (!file.contacts().isEmpty()) {
      var keys = new TreeSet<>(file.aliases());
      keys.add(file.key());
      keys.forEach(key -> {
        var name = key.equals(file.key()) ? name(file) : name(key, file.contacts());
        var spelling = spelled(name, key);
        var stem = spelled(key.stem(), key);
        var others = key.equals(file.key()) ? few(file.aliases()) : new TreeSet<CompanyKey>();
        lines.add(new CompanyCard(spelling, key, name, file.key(), others));
        if (key.kind() == CompanyKey.Kind.NAME && !spelling.startsWith(stem)) {
          lines.add(new CompanyCard(stem, key, name, file.key(), new TreeSet<>()));
        }
      });
    }
    return lines;
  }

  private static SortedSet<CompanyKey> few(SortedSet<CompanyKey> aliases) {
    return aliases.stream().limit(MOST_OTHERS).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(AccountFile file) {
    return file.called() == null ? name(file.key(), file.contacts()) : file.called();
  }

  private static String name(CompanyKey key, List<Contact> contacts) {
    return contacts.stream()
        .filter(contact -> contact.company().equals(key))
        .flatMap(contact -> contact.stays().stream())
        .filter(stay -> stay.name() != null)
        .min(Comparator.comparing(Stay::since).thenComparing(Stay::name))
        .map(Stay::name)
        .orElse(key.value());
  }

  private static String spelled(String text, CompanyKey key) {
    var plain = PersonName.plain(text);
    var spelling = plain.isEmpty() ? key.value() : plain;
    return spelling
        .codePoints()
        .limit(LONGEST)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Where it stands in the list, as no other does. */
  public String place() {
    return spelling + "#" + key;
  }

  /** True for the first line of a name or domain; another is of the same name without its place. */
  public boolean isMain() {
    return spelling.equals(spelled(name, key));
  }

  /** True if this line stands for its company. */
  public boolean standsForIt() {
    return key.equals(company) && isMain();
  }
}
