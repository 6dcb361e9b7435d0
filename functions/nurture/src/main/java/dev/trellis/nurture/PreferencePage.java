package dev.trellis.nurture;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Company;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/** The page behind the links of a mail that are no content, in one language and one state. */
final class PreferencePage {

  private static final Template TEMPLATE = template();

  private static final String GENERAL = "general";

  private final Playbook playbook;
  private final Company company;
  private final String language;
  private final Profile profile;
  private final ResourceBundle texts;

  private PreferencePage(Playbook playbook, String language, Profile profile) {
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

  /** The page for whoever asks, in their language as far as we know it. */
  static PreferencePage of(
      Request request, Optional<LeadRecord> lead, Playbook playbook, Instant now) {
    var company = playbook.company();
    var language =
        Optional.ofNullable(request.query().get("lang"))
            .filter(company.languages()::contains)
            .or(() -> lead.map(l -> Portrait.of(l.lead(), l.profile(), playbook, now).language()))
            .orElseGet(() -> company.language(request.header("accept-language").orElse(null)));
    return new PreferencePage(
        playbook, language, lead.map(LeadRecord::profile).orElse(Profile.EMPTY));
  }

  /** Asks whether all mail shall end. */
  Response question() {
    return response(200, "question", Optional.of("unsubscribe"));
  }

  /**
   * What there is to choose where mail may go, and else what ended it.
   *
   * @param canReturn true if the link proves the address, so that mail may go there again
   */
  Response of(Standing standing, boolean canReturn) {
    return switch (standing) {
      case OPEN -> question();
      case UNSUBSCRIBED -> canReturn ? response(200, "ended", Optional.of("again")) : done();
      case BOUNCED -> response(200, "bounced", Optional.empty());
      case REPORTED -> response(200, "reported", Optional.empty());
    };
  }

  /** Says that mails come again. */
  Response again() {
    return response(200, "again", Optional.empty());
  }

  /** Asks whether it was they who signed up. */
  Response confirmation() {
    return response(200, "confirmation", Optional.of("confirm"));
  }

  /** Says that from now on we may write. */
  Response confirmed() {
    return response(200, "confirmed", Optional.empty());
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
    return response(200, "kept", Optional.empty());
  }

  /** Says that it has ended. */
  Response done() {
    return response(200, "done", Optional.empty());
  }

  /** Says that the link is none of ours, or too old. */
  Response unknown() {
    return response(404, "unknown", Optional.empty());
  }

  /**
   * @param asks for what the button is pressed; empty if there is nothing to press
   */
  private Response response(int status, String state, Optional<String> asks) {
    var hasChoice = state.equals("question");
    var values = new HashMap<String, Object>();
    values.put("language", language);
    values.put("company", company.name().in(language));
    values.put("title", texts.getString(state + ".title"));
    values.put("tab", texts.getString((hasChoice ? "choice" : state) + ".title"));
    values.put("text", texts.getString(state + ".text"));
    values.put("button", asks.map(a -> texts.getString("button." + a)).orElse(""));
    values.put("asks", asks.orElse(""));
    values.put("level", hasChoice ? "2" : "1");
    values.put("choice", hasChoice ? choice() : "");
    values.put("privacy", company.privacy());
    values.put("privacyLabel", texts.getString("privacy"));
    values.put("others", asks.isPresent() ? others() : List.of());
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
