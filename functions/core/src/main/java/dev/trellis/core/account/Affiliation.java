package dev.trellis.core.account;

import module java.base;

import dev.trellis.core.account.Filing.Alias;
import dev.trellis.core.account.Filing.Contact;
import dev.trellis.core.account.Filing.OpenTitle;
import dev.trellis.core.account.Filing.Word;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Workplace;
import java.text.Normalizer.Form;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead works and worked, oldest first (R21). All that is filed about the lead follows from
 * it, so that it can be filed again, and forgotten, as a whole.
 *
 * @param version of this item, for conditional writes; 0 before the first
 * @param profileVersion of the profile that it follows; an older profile changes nothing
 * @param mergedInto the lead that is the same person, or null
 * @param stays the last is the present one, if it is open
 * @param titles that the dictionary did not know when they were told (R26)
 */
public record Affiliation(
    String lead,
    long version,
    long profileVersion,
    @Nullable String mergedInto,
    List<Stay> stays,
    List<OpenTitle> titles) {

  private static final int LONGEST_TITLE = 120;

  /** Whoever tells of more companies or titles than that is not believed any more. */
  private static final int MOST = 50;

  public Affiliation {
    stays = stays == null ? List.of() : List.copyOf(stays);
    titles = titles == null ? List.of() : List.copyOf(titles);
  }

  public static Affiliation none(String lead) {
    return new Affiliation(lead, 0, 0, null, List.of(), List.of());
  }

  /** Where the person works now, as far as we know. */
  public Optional<Stay> present() {
    return stays.isEmpty() ? Optional.empty() : Optional.of(stays.getLast()).filter(Stay::isOpen);
  }

  /**
   * After a profile was written.
   *
   * @param unmapped the person's title if the dictionary does not know it
   * @param at when what changed the profile happened
   */
  public Affiliation following(
      Workplace workplace, Optional<String> unmapped, long profileVersion, Instant at) {
    if (profileVersion < this.profileVersion) {
      return this;
    }
    var heard = workplace.since().orElse(at);
    return new Affiliation(
        lead, version, profileVersion, null, stays(workplace, heard), titles(unmapped, at));
  }

  /**
   * After all that was told of the lead turned out to be something else, as by a split.
   *
   * @param told files it, beginning with nothing
   */
  public Affiliation anew(long profileVersion, UnaryOperator<Affiliation> told) {
    return profileVersion < this.profileVersion
        ? this
        : told.apply(new Affiliation(lead, version, 0, null, List.of(), List.of()));
  }

  private List<Stay> stays(Workplace workplace, Instant heard) {
    var next = new ArrayList<>(stays);
    var key = workplace.key();
    present()
        .ifPresent(stay -> {
          next.removeLast();
          next.add(
              key.map(k -> next(stay, k, workplace, heard)).orElseGet(() -> stay.ended(heard)));
        });
    if (key.isPresent() && next.size() < MOST && (next.isEmpty() || !next.getLast().isOpen())) {
      next.add(Stay.begin(workplace, key.get(), heard));
    }
    return next;
  }

  private static Stay next(Stay stay, CompanyKey told, Workplace workplace, Instant heard) {
    var known = stay.company();
    if (told.specifies(known) || isReadAnew(stay, told, workplace)) {
      return stay.named(told, workplace).at(workplace);
    }
    return told.equals(known) || known.specifies(told) ? stay.at(workplace) : stay.ended(heard);
  }

  // The dictionary has learnt since: the same word, told at the same time, reads otherwise.
  private static boolean isReadAnew(Stay stay, CompanyKey told, Workplace workplace) {
    return workplace.since().filter(stay.since()::equals).isPresent()
        && told.kind() == stay.company().kind();
  }

  private List<OpenTitle> titles(Optional<String> unmapped, Instant at) {
    var normal = unmapped.map(Affiliation::normal).filter(n -> !n.isEmpty());
    if (normal.isEmpty()
        || titles.size() == MOST
        || titles.stream().map(OpenTitle::normal).anyMatch(normal.get()::equals)) {
      return titles;
    }
    var open = unmapped.map(shown -> new OpenTitle(normal.get(), shown.strip(), lead, at));
    return Stream.concat(titles.stream(), open.stream()).toList();
  }

  /** After the lead was merged into another, which works where the person works from now on. */
  public Affiliation retired(String survivor, Instant at) {
    var next = new ArrayList<>(stays);
    present()
        .ifPresent(stay -> {
          next.removeLast();
          next.add(stay.ended(at));
        });
    return new Affiliation(lead, version, profileVersion, survivor, next, titles);
  }

  /** True if both say the same, whatever their versions. */
  public boolean saysTheSameAs(Affiliation other) {
    return new Affiliation(lead, other.version, other.profileVersion, mergedInto, stays, titles)
        .equals(other);
  }

  public Affiliation nextVersion() {
    return new Affiliation(lead, version + 1, profileVersion, mergedInto, stays, titles);
  }

  /** All that is filed about the lead. */
  public List<Filing> filings() {
    var contacts = new LinkedHashMap<CompanyKey, List<Stay>>();
    stays.forEach(s -> contacts.computeIfAbsent(s.company(), _ -> new ArrayList<>()).add(s));
    var filings = new ArrayList<Filing>();
    contacts.forEach((company, at) -> filings.add(new Contact(company, lead, mergedInto, at)));
    var aliases = new LinkedHashMap<String, Alias>();
    stays.stream()
        .filter(s -> s.domain() != null)
        .map(s -> new Alias(CompanyKey.domain(s.domain()), s.company(), lead, s.since()))
        .forEach(a -> aliases.putIfAbsent(a.account() + " " + a.item(), a));
    filings.addAll(aliases.values());
    filings.addAll(titles);
    return filings;
  }

  /** What was filed before and is not any more, since the company's name is known more exactly. */
  public List<Filing> outdated(Affiliation before) {
    var kept = filings().stream().map(f -> f.account() + " " + f.item()).toList();
    return before.filings().stream()
        .filter(f -> !kept.contains(f.account() + " " + f.item()))
        .toList();
  }

  /** The names and domains at which the lead is filed now and was not before, or no more. */
  public SortedSet<CompanyKey> moved(Affiliation before) {
    return Stream.concat(outdated(before).stream(), before.outdated(this).stream())
        .flatMap(Affiliation::keys)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<CompanyKey> keys(Filing filing) {
    return switch (filing) {
      case Contact contact -> Stream.of(contact.company());
      case Alias alias -> Stream.of(alias.domain(), alias.company());
      case Word _, OpenTitle _ -> Stream.empty();
    };
  }

  /** What is filed under a key if this is said of the lead, and nothing else of it. */
  public List<Filing> among(List<Filing> filed, CompanyKey key) {
    return Stream.concat(
            filed.stream().filter(filing -> !isOfLead(filing)),
            filings().stream().filter(filing -> filing.account().equals(key.toString())))
        .toList();
  }

  private boolean isOfLead(Filing filing) {
    return switch (filing) {
      case Contact contact -> contact.lead().equals(lead);
      case Alias alias -> alias.lead().equals(lead);
      case OpenTitle title -> title.lead().equals(lead);
      case Word _ -> false;
    };
  }

  private static String normal(String title) {
    var folded =
        Normalizer.normalize(title, Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .strip()
            .replaceAll("\\s+", " ");
    return folded.length() <= LONGEST_TITLE
        ? folded
        : folded.substring(
            0, folded.offsetByCodePoints(0, folded.codePointCount(0, LONGEST_TITLE)));
  }
}
