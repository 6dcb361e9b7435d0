package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.account.Account;
import dev.trellis.core.account.CompanyCard;
import dev.trellis.core.identity.PersonName;
import dev.trellis.core.playbook.NamedAccount;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.Cards;
import dev.trellis.core.port.Listing;
import dev.trellis.core.profile.CompanyKey;

/**
 * A page of companies, or of their names and domains.
 *
 * @param question how a name or a domain begins; nothing: all companies
 */
public record AccountList(String question, List<Line> lines, String after) {

  public AccountList {
    lines = List.copyOf(lines);
  }

  /**
   * A company in short, for programs.
   *
   * @param key of the name or domain that was found
   * @param company the key of its company
   * @param named the id on the list of accounts we look for, or null
   */
  public record Line(
      CompanyKey key,
      String name,
      CompanyKey company,
      String named,
      Integer priority,
      String tier) {

    private static Line of(CompanyCard card, Playbook playbook) {
      var named =
          Stream.concat(Stream.of(card.company(), card.key()), card.others().stream())
              .flatMap(key -> Account.named(key, playbook).stream())
              .findFirst();
      return new Line(
          card.key(),
          card.name(),
          card.company(),
          named.map(NamedAccount::id).orElse(null),
          named.map(NamedAccount::priority).orElse(null),
          named.map(NamedAccount::tier).orElse(null));
    }
  }

  /**
   * The page that somebody asks for: {@code q} is how a name or a domain begins, {@code after} says
   * where the page before ended. A whole name is found by whatever tells it from others, too.
   *
   * @throws IllegalArgumentException if there is no such page
   */
  static AccountList asked(Map<String, String> asked, AccountStore accounts, Playbook playbook) {
    var question = asked.getOrDefault("q", "").strip();
    var after = Optional.of(asked.getOrDefault("after", "")).filter(a -> !a.isEmpty()).orElse(null);
    if (!question.isEmpty() && PersonName.plain(question).isEmpty()) {
      return new AccountList(question, List.of(), null); // signs alone begin no name
    }
    var page = accounts.companies(question, after, Cards.PAGE);
    var stem =
        playbook
            .dictionaries()
            .companies()
            .core(question)
            .map(core -> CompanyKey.name(core).stem());
    return page.entries().isEmpty() && after == null && stem.isPresent()
        ? of(stem.get(), accounts.companies(stem.get(), null, Cards.PAGE), playbook)
        : of(question, page, playbook);
  }

  private static AccountList of(
      String question, Listing.Page<CompanyCard> page, Playbook playbook) {
    return new AccountList(
        question, once(page.entries()).map(card -> Line.of(card, playbook)).toList(), page.next());
  }

  // A company that is found by its name and by a domain is one, and is called by its name.
  private static Stream<CompanyCard> once(List<CompanyCard> found) {
    var companies = new LinkedHashMap<CompanyKey, CompanyCard>();
    found.forEach(card ->
        companies.merge(
            card.company(), card, (first, other) -> other.standsForIt() ? other : first));
    return companies.values().stream();
  }

  /** Where the list goes on; empty at its end. */
  public Optional<String> next() {
    return Optional.ofNullable(after)
        .map(place ->
            "/accounts?"
                + (question.isEmpty()
                    ? ""
                    : "q=" + URLEncoder.encode(question, StandardCharsets.UTF_8) + "&")
                + "after="
                + place);
  }
}
