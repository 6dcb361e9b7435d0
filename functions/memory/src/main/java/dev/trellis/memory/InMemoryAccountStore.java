package dev.trellis.memory;

import module java.base;

import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.Affiliation;
import dev.trellis.core.account.CompanyCard;
import dev.trellis.core.account.Filing;
import dev.trellis.core.account.Filing.Contact;
import dev.trellis.core.account.Filing.OpenTitle;
import dev.trellis.core.account.Filing.Word;
import dev.trellis.core.identity.PersonName;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Listing.Chunk;
import dev.trellis.core.profile.CompanyKey;

/** Companies and who works there in memory. */
public final class InMemoryAccountStore implements AccountStore {

  private final InMemoryTables tables;

  public InMemoryAccountStore(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Affiliation affiliation(String lead) {
    synchronized (tables) {
      return tables.affiliations.getOrDefault(lead, Affiliation.none(lead));
    }
  }

  @Override
  public boolean save(Affiliation before, Affiliation after) {
    synchronized (tables) {
      var standing = affiliation(before.lead());
      if (standing.version() != before.version()) {
        return standing.equals(after.nextVersion());
      }
      tables.affiliations.put(after.lead(), after.nextVersion());
      after.outdated(before).forEach(this::remove);
      after.filings().forEach(this::file);
      return true;
    }
  }

  @Override
  public void say(Word word) {
    synchronized (tables) {
      word.everywhere().stream()
          .filter(said -> filed(said.account()).stream().noneMatch(said::isBefore))
          .forEach(this::file);
    }
  }

  private void file(Filing filing) {
    tables
        .filings
        .computeIfAbsent(filing.account(), _ -> new TreeMap<>())
        .put(filing.item(), filing);
  }

  private void remove(Filing filing) {
    tables.filings.get(filing.account()).remove(filing.item());
    tables.filings.remove(filing.account(), Map.of());
  }

  @Override
  public AccountFile load(CompanyKey key) {
    synchronized (tables) {
      return AccountFile.open(key, one -> filed(one.toString()));
    }
  }

  @Override
  public Listing.Page<CompanyCard> companies(String prefix, String after, int most) {
    synchronized (tables) {
      var start = PersonName.plain(prefix);
      var lines =
          tables.filings.values().stream()
              .flatMap(filed -> filed.values().stream())
              .filter(Contact.class::isInstance)
              .flatMap(contact -> CompanyCard.of(load(((Contact) contact).company())).stream())
              .distinct()
              .filter(card -> start.isEmpty() ? card.standsForIt() : isFound(card, start))
              .sorted(Comparator.comparing(CompanyCard::place))
              .toList();
      return new Listing<>(CompanyCard::place, false, List.of(place -> after(place, lines)))
          .page(after, most, _ -> true);
    }
  }

  private static boolean isFound(CompanyCard card, String start) {
    return card.spelling().startsWith(start);
  }

  private static Chunk<CompanyCard> after(String place, List<CompanyCard> lines) {
    return new Chunk<>(
        lines.stream().filter(card -> place == null || card.place().compareTo(place) > 0).toList(),
        false);
  }

  @Override
  public Listing.Page<OpenTitle> openTitles(String after) {
    synchronized (tables) {
      var titles = filed(Filing.REVIEW).stream().map(OpenTitle.class::cast).toList();
      return new Listing<>(
              OpenTitle::item,
              false,
              List.of(place ->
                  new Chunk<>(
                      titles.stream()
                          .filter(title -> place == null || title.item().compareTo(place) > 0)
                          .toList(),
                      false)))
          .page(after, TITLES, _ -> true);
    }
  }

  @Override
  public void forget(String lead) {
    synchronized (tables) {
      affiliation(lead).filings().forEach(this::remove);
      tables.affiliations.remove(lead);
    }
  }

  private List<Filing> filed(String account) {
    return InMemoryTables.values(tables.filings, account);
  }
}
