package dev.trellis.console.view;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.trellis.core.account.Account;
import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.Gaps;
import dev.trellis.core.account.Stay;
import dev.trellis.core.account.TitleReview;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.CompanyKey;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Companies for people and tests: all of them in short, one from every side, its gaps, titles. */
public final class AccountsView {

  /** Spreadsheets take a file without it for one in an old Chinese encoding. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final AccountStore accounts;
  private final Leads leads;

  public AccountsView(AccountStore accounts, Leads leads) {
    this.accounts = accounts;
    this.leads = leads;
  }

  /** Every company that somebody works or worked at. */
  public List<Map<String, Object>> all() {
    return drawn().stream().map(AccountTree::line).toList();
  }

  /** The same, for pages. */
  public List<Account> drawn() {
    return accounts.companies().stream().map(key -> draw(accounts.load(key))).toList();
  }

  /** Where a lead works and worked, oldest first. */
  public List<Stay> stays(String lead) {
    return accounts.affiliation(lead).stays();
  }

  /** One company, by any of its keys; empty if nobody is filed there. */
  public Optional<Map<String, Object>> one(String key) {
    return find(key).map(account -> AccountTree.of(account, leads.playbook()));
  }

  /** The roles to look for at one company, as CSV. */
  public Optional<String> gaps(String key, String language) {
    return find(key).map(account -> csv(Gaps.of(account, language)));
  }

  /** Titles that today's dictionary does not know. */
  public List<Map<String, Object>> titles() {
    return waiting().stream().map(AccountsView::title).toList();
  }

  /** The same, for pages. */
  public List<TitleReview.Waiting> waiting() {
    return TitleReview.of(accounts.openTitles(), leads.playbook().dictionaries().titles());
  }

  private static Map<String, Object> title(TitleReview.Waiting waiting) {
    var view = new LinkedHashMap<String, Object>();
    view.put("title", waiting.title());
    view.put("leads", waiting.leads());
    view.put("first", waiting.first().toString());
    return view;
  }

  /** One company, by any of its keys, for pages. */
  public Optional<Account> find(String key) {
    return Optional.of(accounts.load(CompanyKey.parse(key)))
        .filter(file -> !file.contacts().isEmpty())
        .map(this::draw);
  }

  private Account draw(AccountFile file) {
    return Account.of(file, this::portrait, leads.playbook());
  }

  private Optional<Portrait> portrait(String lead) {
    return leads.find(lead).map(file -> leads.portrait(file.lead()));
  }

  private static String csv(List<List<String>> rows) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(Gaps.HEAD);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return BYTE_ORDER_MARK + text;
  }
}
