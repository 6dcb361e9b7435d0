package dev.trellis.local.surface;

import dev.trellis.console.html.Words;
import dev.trellis.console.page.AccountPage;
import dev.trellis.console.page.AccountPages;
import dev.trellis.console.page.AudiencePages;
import dev.trellis.console.page.CtasPage;
import dev.trellis.console.page.LeadPage;
import dev.trellis.console.page.LeadPages;
import dev.trellis.console.page.LikenessPage;
import dev.trellis.console.page.MailPage;
import dev.trellis.console.page.MailPreviewPages;
import dev.trellis.console.page.ReadersPage;
import dev.trellis.console.page.ReportPages;
import dev.trellis.console.page.ReviewPages;
import dev.trellis.console.page.TagsPage;
import dev.trellis.console.view.ReportsView;
import dev.trellis.core.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a browser gets to see where programs get JSON. */
final class Pages {

  private final Sources sources;

  Pages(Sources sources) {
    this.sources = sources;
  }

  /** The page at a route such as {@code GET /local/leads}; empty if there is none. */
  Optional<String> of(Request request, String route) {
    var words = Words.of(request, sources.playbook().company());
    var playbook = sources.playbook();
    return switch (route) {
      case "GET /" -> Optional.of(start(words));
      case "GET /local/mails" -> Optional.of(new MailPage(words).html(sources.mails().get()));
      case "GET /local/mails/preview" ->
          Optional.of(new MailPreviewPages(words).html(sources.previews().seen(words.language())));
      case "GET /local/leads" ->
          Optional.of(new LeadPages(playbook, words).html(sources.leads().all()));
      case "GET /local/accounts" ->
          Optional.of(new AccountPages(playbook, words).html(sources.accounts().drawn()));
      case "GET /local/titles" ->
          Optional.of(new ReviewPages(words).titles(sources.accounts().waiting()));
      case "GET /local/quarantine" ->
          Optional.of(new ReviewPages(words).quarantine(sources.desk().refused()));
      case "GET /local/audiences" ->
          Optional.of(new AudiencePages(words).html(sources.audiences().all()));
      case "GET /local/scenarios" ->
          Optional.of(new ReportPages(playbook, words).html(sources.reports().scenarios()));
      case "GET /local/reports" ->
          Optional.of(
              new ReportPages(playbook, words)
                  .html(sources.reports().report(ReportsView.days(request.query().get("days")))));
      case "GET /local/readers" ->
          Optional.of(new ReadersPage(playbook, words).html(sources.readers().readership()));
      case "GET /local/ctas" ->
          Optional.of(new CtasPage(playbook, words).html(sources.readers().ctas()));
      case "GET /local/likeness" ->
          Optional.of(new LikenessPage(playbook, words).html(sources.reports().likeness()));
      case "GET /local/tags" -> Optional.of(new TagsPage(playbook, words).html());
      case "GET /local/clock" ->
          Optional.of(new StartPage(playbook, words).clockPage(sources.clock().instant()));
      case "GET /local/crm" ->
          Optional.of(new CrmPage(playbook, words).html(sources.records().all()));
      default -> one(words, route);
    };
  }

  private String start(Words words) {
    return new StartPage(sources.playbook(), words)
        .html(
            sources.clock().instant(),
            sources.mails().get(),
            sources.leads().all(),
            sources.records().all());
  }

  private Optional<String> one(Words words, String route) {
    int slash = route.lastIndexOf('/');
    var id = route.substring(slash + 1);
    return switch (route.substring(0, slash + 1)) {
      case "GET /local/leads/" ->
          sources
              .leads()
              .one(id)
              .map(lead -> {
                var stays = sources.accounts().stays(lead.portrait().lead());
                return new LeadPage(lead, stays, words).html();
              });
      case "GET /local/accounts/" ->
          sources
              .accounts()
              .find(decoded(id))
              .map(account -> new AccountPage(sources.playbook(), words).html(account));
      case "GET /local/audiences/" ->
          id.endsWith(".csv")
              ? Optional.empty()
              : sources.audiences().one(id).map(list -> new AudiencePages(words).html(list));
      case "GET /local/mails/preview/" ->
          sources
              .previews()
              .one(id, words.language())
              .map(mail -> new MailPreviewPages(words).html(id, mail));
      default -> Optional.empty();
    };
  }

  /** A part of a path; in a path a plus is a plus. */
  static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
