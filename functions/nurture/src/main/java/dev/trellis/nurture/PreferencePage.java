package dev.trellis.nurture;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Company;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The preference page, in one language and in one of its three states. */
final class PreferencePage {

  private static final Template TEMPLATE = template();

  private final Company company;
  private final String language;
  private final ResourceBundle texts;

  PreferencePage(Company company, String language) {
    this.company = company;
    this.language = language;
    this.texts =
        ResourceBundle.getBundle(
            "dev.trellis.nurture.preferences",
            Locale.forLanguageTag(language),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** Asks whether all mail shall end. */
  Response question() {
    return response(200, "question", true);
  }

  /** Says that it has ended. */
  Response done() {
    return response(200, "done", false);
  }

  /** Says that the link is none of ours, or too old. */
  Response unknown() {
    return response(404, "unknown", false);
  }

  private Response response(int status, String state, boolean asks) {
    var values = new HashMap<String, Object>();
    values.put("language", language);
    values.put("company", company.name().in(language));
    values.put("title", texts.getString(state + ".title"));
    values.put("text", texts.getString(state + ".text"));
    values.put("button", asks ? texts.getString("button") : "");
    values.put("privacy", company.privacy());
    values.put("privacyLabel", texts.getString("privacy"));
    values.put("others", asks ? others() : List.of());
    return Response.html(status, TEMPLATE.execute(values))
        .withHeader("cache-control", "no-store")
        .withHeader("referrer-policy", "no-referrer")
        .withHeader("x-robots-tag", "noindex")
        .withHeader("x-content-type-options", "nosniff")
        .withHeader(
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'");
  }

  private List<Map<String, String>> others() {
    return company.languages().stream()
        .filter(l -> !l.equals(language))
        .map(l -> Map.of("tag", l, "name", ownName(Locale.forLanguageTag(l))))
        .toList();
  }

  private static String ownName(Locale language) {
    return language.getDisplayLanguage(language);
  }

  private static Template template() {
    try (var in = PreferencePage.class.getResourceAsStream("preferences.html");
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return Mustache.compiler().emptyStringIsFalse(true).compile(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
