package dev.trellis.nurture;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Company;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
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
import java.util.stream.Stream;

/** The preference page, in one language and in one of its three states. */
final class PreferencePage {

  private static final Template TEMPLATE = template();

  private static final String GENERAL = "general";

  private final Playbook playbook;
  private final Company company;
  private final String language;
  private final Profile profile;
  private final ResourceBundle texts;

  PreferencePage(Playbook playbook, String language, Profile profile) {
    this.playbook = playbook;
    this.company = playbook.company();
    this.language = language;
    this.profile = profile;
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

  /**
   * What there is to choose from: every topic of the catalogue that somebody may not care about.
   */
  List<String> topics() {
    return playbook.contents().values().stream()
        .map(Content::topic)
        .filter(topic -> !topic.equals(GENERAL))
        .distinct()
        .toList();
  }

  /** Says that the choice is kept. */
  Response kept() {
    return response(200, "kept", false);
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
    values.put("level", asks ? "2" : "1");
    values.put("choice", asks ? choice() : "");
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

  private Map<String, Object> choice() {
    var names = new PlaybookVocabulary(playbook, language);
    var topics =
        topics().stream()
            .map(topic ->
                Map.of(
                    "id",
                    topic,
                    "name",
                    names.word(Field.NEED, topic),
                    "checked",
                    is(Field.SUBSCRIPTION + "." + topic, "no") ? "" : "checked"))
            .toList();
    var paces =
        Stream.concat(Stream.of("any"), PreferenceForm.PACES.stream())
            .map(pace ->
                Map.of(
                    "id",
                    pace,
                    "name",
                    texts.getString("pace." + pace),
                    "checked",
                    is(Field.PACE, pace) ? "checked" : ""))
            .toList();
    return Map.of(
        "title", texts.getString("choice.title"),
        "topicsLabel", texts.getString("choice.topics"),
        "paceLabel", texts.getString("choice.pace"),
        "save", texts.getString("choice.save"),
        "topics", topics,
        "paces", paces);
  }

  private boolean is(String field, String value) {
    return profile.value(field).orElse(field.equals(Field.PACE) ? "any" : "").equals(value);
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
