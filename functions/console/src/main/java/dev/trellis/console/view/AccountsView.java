package dev.trellis.console.view;

import module java.base;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.trellis.console.account.Account;
import dev.trellis.console.account.Gaps;
import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.Stay;
import dev.trellis.core.account.TitleReview;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.CompanyKey;

/** Companies for people and programs: all of them, one, its gaps, and titles nobody knows. */
public record AccountsView(AccountStore accounts, Leads leads) {

  /** A page of the list of companies. */
  public AccountList list(Map<String, String> asked) {
    return AccountList.asked(asked, accounts, leads.playbook());
  }

  /** Where a lead works and worked, oldest first. */
  public List<Stay> stays(String lead) {
    return accounts.affiliation(lead).stays();
  }

  /** One company, by any of its keys; empty if nobody is filed there. */
  public Optional<Account> find(String key) {
    return Optional.of(accounts.load(CompanyKey.parse(key)))
        .filter(file -> !file.contacts().isEmpty())
        .map(this::draw);
  }

  /** The roles to look for at one company, as CSV. */
  public Optional<String> gaps(String key, String language) {
    return find(key).map(account -> csv(Gaps.of(account, language)));
  }

  /**
   * Titles that today's dictionary does not know, the most frequent of a page first.
   *
   * @param next where the list goes on, or null
   */
  public record Titles(List<TitleReview.Waiting> waiting, String next) {}

  /** A page of such titles. */
  public Titles titles(Map<String, String> asked) {
    var page = accounts.openTitles(asked.get("after"));
    return new Titles(
        TitleReview.of(page.entries(), leads.playbook().dictionaries().titles()),
        page.next() == null ? null : "/titles?after=" + page.next());
  }

  private Account draw(AccountFile file) {
    return Account.of(file, this::portrait, leads.playbook());
  }

  private Optional<Portrait> portrait(String lead) {
    return leads.person(lead).map(leads::portrait);
  }

  private static String csv(List<List<String>> rows) {
    var text = new StringWriter();
    text.write(AudienceCsv.BYTE_ORDER_MARK);
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(Gaps.HEAD);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
