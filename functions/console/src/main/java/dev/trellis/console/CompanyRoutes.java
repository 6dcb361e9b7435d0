package dev.trellis.console;

import module java.base;

import dev.trellis.console.desk.CompanyDesk;
import dev.trellis.console.desk.IdentityDesk;
import dev.trellis.console.desk.SalesDesk;
import dev.trellis.console.html.Showing;
import dev.trellis.console.page.AccountPage;
import dev.trellis.console.page.AccountPages;
import dev.trellis.console.page.LeadPages;
import dev.trellis.console.page.ReviewPages;
import dev.trellis.console.view.AccountView;
import dev.trellis.console.view.AccountsView;
import dev.trellis.console.view.LeadSearch;
import dev.trellis.console.view.Leads;
import dev.trellis.console.view.TwinsView;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;
import dev.trellis.core.http.Response;
import dev.trellis.core.port.AccountStore;

/** Companies, and what else waits for somebody to judge it. */
final class CompanyRoutes {

  private final Leads leads;
  private final LeadSearch search;
  private final AccountStore accounts;
  private final IdentityDesk desk;
  private final SalesDesk sales;
  private final Showing showing;

  CompanyRoutes(Console console) {
    this.leads = console.leads();
    this.search = console.search();
    this.accounts = console.accounts();
    this.desk = console.desk();
    this.sales = console.sales();
    this.showing = console.showing();
  }

  /** The table of routes; the first that matches answers. */
  List<Entrance> entrances() {
    var view = new AccountsView(accounts, leads);
    var deeds = new CompanyDesk(accounts, leads, desk, sales, showing);
    return List.of(
        showing.found(
            "/accounts",
            "page",
            v -> Optional.of(view.list(v.request().query())),
            (list, v) ->
                v.wantsHtml()
                    ? Response.html(200, new AccountPages(showing.words(v)).html(list))
                    : Console.linked(v, Showing.json(200, list.lines()), list.next())),
        showing.found(
            "/accounts/{id+}/gaps.csv",
            "account",
            v -> view.gaps(Console.key(v), showing.words(v).language()),
            (table, _) -> Showing.text("text/csv", table)),
        Entrance.deed(
            Role.MARKETER,
            "/accounts/{id+}/join",
            v -> deeds.judge(Console.key(v), v.query("other").orElse(""), true, v)),
        Entrance.deed(
            Role.MARKETER,
            "/accounts/{id+}/apart",
            v -> deeds.judge(Console.key(v), v.query("other").orElse(""), false, v)),
        Entrance.deed(Role.MARKETER, "/accounts/{id+}/name", v -> deeds.name(Console.key(v), v)),
        showing.one(
            "/accounts/{id+}",
            "account",
            v -> view.find(Console.key(v)),
            AccountView::of,
            (account, words) -> new AccountPage(leads.playbook(), words).html(account)),
        showing.found(
            "/returns",
            "page",
            _ -> Optional.of(search.page(Map.of("pool", leads.playbook().otherReturns()))),
            (list, v) ->
                v.wantsHtml()
                    ? Response.html(
                        200, new LeadPages(leads.playbook(), showing.words(v)).returned(list))
                    : Console.linked(v, Showing.json(200, list.lines()), list.next())),
        showing.found(
            "/titles",
            "page",
            v -> Optional.of(view.titles(v.request().query())),
            (page, v) ->
                v.wantsHtml()
                    ? Response.html(200, new ReviewPages(showing.words(v)).titles(page))
                    : Console.linked(
                        v, Showing.json(200, page.waiting()), Optional.ofNullable(page.next()))),
        showing.found(
            TwinsView.PATH,
            "page",
            v -> Optional.of(new TwinsView(search).page(v.query("after").orElse(null))),
            (page, v) ->
                v.wantsHtml()
                    ? Response.html(200, new ReviewPages(showing.words(v)).twins(page))
                    : Console.linked(
                        v, Showing.json(200, page.pairs()), Optional.ofNullable(page.next()))),
        Entrance.deed(
            Role.MARKETER,
            "/quarantine/{id}/replay",
            v -> Console.back(v, "/quarantine", desk.replay(Console.id(v)), "replayed")));
  }
}
