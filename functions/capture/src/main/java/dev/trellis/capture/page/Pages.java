package dev.trellis.capture.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Company;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders the HTML pages. Everything that varies is escaped by the template engine, and the style
 * and the one script are named to the browser by their hash: nothing else runs, nothing else is
 * loaded.
 */
public final class Pages {

  private static final String STYLE = resource("page.css");
  private static final String SCRIPT = resource("read.js");

  /** The five characters that mean something in HTML; every attribute is quoted. */
  private static final Mustache.Escaper HTML =
      Escapers.simple(
          new String[][] {
            {"&", "&amp;"}, {"\"", "&quot;"}, {"'", "&#39;"}, {"<", "&lt;"}, {">", "&gt;"}
          });

  private final Company company;
  private final Mustache.Compiler compiler =
      Mustache.compiler()
          .withEscaper(HTML)
          .nullValue("")
          .emptyStringIsFalse(true)
          .withLoader(Pages::template);
  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  public Pages(Company company) {
    this.company = company;
  }

  /** A page, made from the template of that name. */
  public Response page(
      int status, String name, String language, String title, Map<String, ?> model) {
    var html = render(name, language, title, model);
    return Response.html(status, html)
        .withHeader("content-language", language)
        .withHeader("content-security-policy", policy(name.equals("content")))
        .withHeader("x-content-type-options", "nosniff")
        .withHeader("referrer-policy", "no-referrer")
        .withHeader("cache-control", "no-store");
  }

  private String render(String name, String language, String title, Map<String, ?> model) {
    var all = new HashMap<String, Object>(model);
    all.put("language", language);
    all.put("title", title);
    all.put("words", Words.in(language).all());
    all.put("company", company.name().in(language));
    all.put("initial", initial(company.name().in(language)));
    all.put("address", company.address() == null ? "" : company.address().in(language));
    all.put("site", company.site());
    all.put("privacy", company.privacy());
    all.put("style", STYLE);
    all.put("script", SCRIPT);
    all.putIfAbsent("languages", List.of());
    all.put("hasLanguages", !((List<?>) all.get("languages")).isEmpty());
    return templates.computeIfAbsent(name, this::compile).execute(all);
  }

  private Template compile(String name) {
    return compiler.compile(template(name));
  }

  private static String policy(boolean hasScript) {
    var script = hasScript ? "; script-src " + hash(SCRIPT) + "; connect-src 'self'" : "";
    var images = hasScript ? "'self' https: data:" : "'self' data:";
    return "default-src 'none'; style-src "
        + hash(STYLE)
        + script
        + "; img-src "
        + images
        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  private static String initial(String name) {
    return name.isEmpty() ? "" : Character.toString(name.codePointAt(0));
  }

  private static Reader template(String name) {
    return new StringReader(resource(name + ".html"));
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(bytes) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (var stream = Pages.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
