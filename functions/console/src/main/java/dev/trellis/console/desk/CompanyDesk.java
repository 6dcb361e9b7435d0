package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Objection;
import dev.trellis.console.html.Showing;
import dev.trellis.console.html.Words;
import dev.trellis.console.page.AccountPages;
import dev.trellis.console.view.Leads;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.AccountFile.Member;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CompaniesJudged;
import dev.trellis.core.event.Happening.CompanyNamed;
import dev.trellis.core.http.Response;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.profile.CompanyKey;

/** Takes what people say of companies: each an event about somebody who is filed there (R21). */
public record CompanyDesk(
    AccountStore accounts, Leads leads, IdentityDesk people, SalesDesk sales, Showing showing) {

  /** Says of two companies that they are one, or that they are not; the last word counts. */
  public Response judge(String key, String other, boolean same, Visit visit) {
    var one = accounts.load(CompanyKey.parse(key));
    var two = accounts.load(CompanyKey.parse(other));
    if (key.equals(other) || !isThere(one) || !isThere(two)) {
      return Showing.none("account");
    }
    var said = new CompaniesJudged(visit.actor(), key, other, same);
    return told(Stream.of(one, two), said, key, same ? "joined" : "apart", visit);
  }

  /** Says what a company is called, such as {@code {"name": "示例精工集团"}}. */
  public Response name(String key, Visit visit) {
    var file = accounts.load(CompanyKey.parse(key));
    if (!isThere(file)) {
      return Showing.none("account");
    }
    var objections = new TreeMap<String, Objection>();
    var name = sales.text("name", LeadDesk.typed(visit).get("name"), objections);
    if (name == null) {
      objections.putIfAbsent("name", Objection.of("missing"));
      return refused(key, objections, visit);
    }
    return told(Stream.of(file), new CompanyNamed(visit.actor(), key, name), key, "named", visit);
  }

  // A domain that was taken from a company may be given back, also if nobody came by it alone.
  private static boolean isThere(AccountFile file) {
    return !file.contacts().isEmpty() || !file.kin().isEmpty();
  }

  private Response told(
      Stream<AccountFile> files, Happening said, String key, String done, Visit visit) {
    var somebody =
        files
            .flatMap(file -> file.members().stream())
            .map(Member::lead)
            .filter(lead -> leads.person(lead).isPresent())
            .findFirst();
    if (somebody.isEmpty()) {
      return Showing.none("account");
    }
    var answer = people.send(somebody.get(), visit.hand(), said);
    return visit.wantsHtml() ? visit.back(visit.base() + AccountPages.path(key), done) : answer;
  }

  private Response refused(String key, Map<String, Objection> objections, Visit visit) {
    var words = showing.words(visit);
    return visit.wantsHtml()
        ? Response.html(
            422,
            Html.titled(
                words,
                words.say("call.refused"),
                "<div role=\"alert\">"
                    + Html.each(objections.values(), o -> Html.mark(o.in(words)))
                    + "</div><p>"
                    + words.link(AccountPages.path(key), words.say("account.back"))
                    + "</p>"))
        : CallDesk.refused(objections, new Words("en", words.zone()));
  }
}
