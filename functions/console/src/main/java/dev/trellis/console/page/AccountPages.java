package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.account.Account;
import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.AccountList;

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

  /** A page of the list, with what it may be asked for. */
  public String html(AccountList list) {
    var table = words.table("company", "account.named");
    list.lines().forEach(line -> table.row(who(line), named(line.priority(), line.tier())));
    var nothing = words.say(list.question().isEmpty() ? "accounts.none" : "accounts.none-such");
    return words.page(
        "/accounts",
        find(list)
            + table.orElse(nothing)
            + list.next()
                .map(next -> "<p>" + words.link(next, words.say("leads.next")) + "</p>")
                .orElse(""));
  }

  private String who(AccountList.Line line) {
    var link = words.link(path(line.company().toString()), line.name());
    return line.key().equals(line.company())
        ? link
        : link + "<br>" + Html.small("→ " + Html.escape(line.company().value()));
  }

  private String find(AccountList list) {
    return "<form role=\"search\" action=\""
        + words.to("/accounts")
        + "\" class=\"bar\">"
        + "<input type=\"search\" name=\"q\" value=\"%s\" aria-label=\"%s\" placeholder=\"%s\">"
            .formatted(
                Html.escape(list.question()),
                Html.escape(words.say("accounts.find")),
                Html.escape(words.say("accounts.find-by")))
        + "<button>"
        + Html.escape(words.say("accounts.find"))
        + "</button></form>";
  }

  static String name(Account account) {
    return account.name() == null ? account.key().value() : account.name();
  }

  String named(Account account) {
    return account.named().map(n -> named(n.priority(), n.tier())).orElse("");
  }

  private String named(Integer priority, String tier) {
    return priority == null
        ? ""
        : words.say("account.priority", priority)
            + (tier == null ? "" : " · " + Html.escape(words.name("tier", tier)));
  }
}
