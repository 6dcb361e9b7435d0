package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.account.Account;
import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;

/** Companies for people, in short. */
public final class AccountPages {

  private final Words words;

  public AccountPages(Words words) {
    this.words = words;
  }

  /** Where a company is shown. */
  public static String path(String key) {
    return "/accounts/" + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public String html(List<Account> accounts) {
    var table =
        words.table(
            "company",
            "account.named",
            "account.people",
            "account.former",
            "account.coverage",
            "account.possibly");
    accounts.forEach(a ->
        table.row(
            words.link(path(a.key().toString()), name(a)),
            named(a),
            a.people().size(),
            a.former().size(),
            a.chain().coveragePercent() + "%",
            a.possibly() == 0 ? "" : a.possibly()));
    return words.page("/accounts", table.orElse(words.say("accounts.none")));
  }

  static String name(Account account) {
    return account.name() == null ? account.key().value() : account.name();
  }

  String named(Account account) {
    return account
        .named()
        .map(n ->
            words.say("account.priority", n.priority())
                + (n.tier() == null ? "" : " · " + Html.escape(words.name("tier", n.tier()))))
        .orElse("");
  }
}
