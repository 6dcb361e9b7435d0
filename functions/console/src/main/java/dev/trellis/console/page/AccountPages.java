package dev.trellis.console.page;

import dev.trellis.console.account.Account;
import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Table;
import dev.trellis.console.html.Words;
import dev.trellis.core.playbook.Playbook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Companies for people, in short. */
public final class AccountPages {

  private final Words words;
  private final Names names;

  public AccountPages(Playbook playbook, Words words) {
    this.words = words;
    this.names = new Names(playbook, words);
  }

  /** Where a company is shown. */
  static String path(String key) {
    return "/local/accounts/" + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public String html(List<Account> accounts) {
    var table =
        new Table(
            words.say("company"),
            words.say("account.named"),
            words.say("account.people"),
            words.say("account.former"),
            words.say("account.coverage"));
    accounts.forEach(a ->
        table.row(
            Html.link(path(a.key().toString()), name(a)),
            named(a),
            Integer.toString(a.people().size()),
            Integer.toString(a.former().size()),
            a.chain().coveragePercent() + "%"));
    return Html.titled(
        words, words.say("page/local/accounts"), table.orElse(words.say("accounts.none")));
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
