package dev.trellis.capture.page;

import module java.base;

import dev.trellis.core.http.Response;
import dev.trellis.core.http.Theme;
import dev.trellis.core.playbook.Company;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/**
 * Renders the HTML pages. Everything that varies is escaped for where it stands, and the style and
 * the one script are named to the browser by their hash: nothing else runs, nothing else is loaded.
 */
public final class Pages {

  static final String STYLE = Theme.with(Pages.class, "page.css");
  static final String SCRIPT = Theme.read(Pages.class, "read.js");

  private static final String READING =
      policy("; script-src " + Theme.hash(SCRIPT) + "; connect-src 'self'", "'self' https: data:");
  private static final String STILL = policy("", "'self' data:");

  private final Company company;

  public Pages(Company company) {
    this.company = company;
  }

  /** Thanks for a form. */
  public Response thanks(
      String language, String title, String text, List<CtaView> ctas, String again) {
    var frame = new Frame(company, language, title, List.of());
    return page(
        200, frame, STILL, out -> JtethanksGenerated.render(out, null, frame, text, ctas, again));
  }

  /** A content; the only page with a script, which tells that it is read. */
  public Response content(String language, ContentView view) {
    var frame = new Frame(company, language, view.content().title().in(language), List.of());
    return page(200, frame, READING, out -> JtecontentGenerated.render(out, null, frame, view));
  }

  /** A form; what stands on the page is the business of {@link FormPage}. */
  Response form(int status, Frame frame, Consumer<HtmlTemplateOutput> template) {
    return page(status, frame, STILL, template);
  }

  Response notice(
      int status, String language, String title, String text, String reference, String next) {
    var frame = new Frame(company, language, title, List.of());
    return page(
        status,
        frame,
        STILL,
        out -> JtenoticeGenerated.render(out, null, frame, text, reference, next));
  }

  private static Response page(
      int status, Frame frame, String policy, Consumer<HtmlTemplateOutput> template) {
    var html = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(html));
    return Response.html(status, html.toString())
        .withHeader("content-language", frame.language())
        .withHeader("content-security-policy", policy)
        .withHeader("x-content-type-options", "nosniff")
        .withHeader("referrer-policy", "no-referrer")
        .withHeader("cache-control", "no-store");
  }

  private static String policy(String script, String images) {
    return "default-src 'none'; style-src "
        + Theme.hash(STYLE)
        + script
        + "; img-src "
        + images
        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }
}
