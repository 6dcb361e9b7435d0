package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.event.Happening.Wanted;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Theme;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Company;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ResourceBundle.Control;

/** The page behind the links of a mail that are no content, in one language and one state. */
final class PreferencePage {

  static final String STYLE = Theme.with(PreferencePage.class, "preferences.css");

  private static final String GENERAL = "general";

  private final Playbook playbook;
  private final Company company;
  private final String language;
  private final Profile profile;
  private final ResourceBundle texts;
  private final boolean isOwn;

  private PreferencePage(Playbook playbook, String language, Profile profile, boolean isOwn) {
    this.playbook = playbook;
    this.company = playbook.company();
    this.language = language;
    this.profile = profile;
    this.isOwn = isOwn;
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
        playbook, language, lead.map(LeadRecord::profile).orElse(Profile.EMPTY), false);
  }

  /** The same for whoever reads at a mailbox, who may speak for the lead if it is its own. */
  PreferencePage of(Mailbox mailbox) {
    return new PreferencePage(playbook, language, profile, mailbox.name().isPresent());
  }

  /** Asks whether all mail shall end. */
  Response question() {
    return response(200, "question", "unsubscribe");
  }

  /** Asks the same again, since it was not told how often mails may come. */
  Response unclear() {
    return response(422, "question", "unsubscribe", text("choice.unclear"), DetailsForm.EMPTY);
  }

  /** Asks again who they are, with what was typed and what of it cannot be used. */
  Response refused(DetailsForm form) {
    return response(422, "details", "", form.faults().isEmpty() ? text("details.none") : "", form);
  }

  /** Says that who they are is known better now. */
  Response corrected() {
    return response(200, "corrected", "");
  }

  /** Says that somebody will do what was asked for. */
  Response asked(Wanted wanted) {
    return response(200, wanted.word(), "");
  }

  /**
   * What there is to choose where mail may go, and else what ended it.
   *
   * @param canReturn true if the link proves the address, so that mail may go there again
   */
  Response of(Standing standing, boolean canReturn) {
    return switch (standing) {
      case OPEN -> question();
      case UNSUBSCRIBED -> canReturn ? response(200, "ended", "again") : done();
      case BOUNCED -> response(200, "bounced", "");
      case REPORTED -> response(200, "reported", "");
    };
  }

  /** Says that mails come again. */
  Response again() {
    return response(200, "again", "");
  }

  /** Asks whether it was they who signed up. */
  Response confirmation() {
    return response(200, "confirmation", "confirm");
  }

  /** Says what was confirmed, and that nothing comes where a mailbox is closed all the same. */
  Response confirmed(Standing standing) {
    return standing == Standing.OPEN ? confirmed() : of(standing, false);
  }

  /** Says that from now on we may write. */
  Response confirmed() {
    return response(200, "confirmed", "");
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
    return response(200, "kept", "");
  }

  /** Says that it has ended. */
  Response done() {
    return response(200, "done", "");
  }

  /** Says that the link is none of ours, or too old. */
  Response unknown() {
    return response(404, "unknown", "");
  }

  /** Says that nothing was done, and what would be understood. */
  Response notUnderstood(boolean isForProgram) {
    return isForProgram
        ? Response.json(400, Json.compose(Map.of("error", text("strange.json"))))
        : response(400, "strange", "");
  }

  /** Says that this was too much to read. */
  Response tooLong() {
    return response(413, "long", "");
  }

  /**
   * @param asks for what the button is pressed; empty if there is nothing to press
   */
  private Response response(int status, String state, String asks) {
    return response(status, state, asks, "", DetailsForm.EMPTY);
  }

  private Response response(
      int status, String state, String asks, String problem, DetailsForm details) {
    var html = new StringOutput();
    JtepreferencesGenerated.render(
        new OwaspHtmlTemplateOutput(html), null, this, state, asks, problem, details);
    return Response.html(status, html.toString())
        .withHeader("cache-control", "no-store")
        .withHeader("referrer-policy", "no-referrer")
        .withHeader("x-robots-tag", "noindex")
        .withHeader("x-content-type-options", "nosniff")
        .withHeader(
            "content-security-policy",
            "default-src 'none'; style-src "
                + Theme.hash(STYLE)
                + "; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'");
  }

  /** Something to fill in, and why it cannot be used as it is; empty if nothing is wrong. */
  record Entry(String id, String name, String typed, String problem) {}

  /** One topic or pace to choose. */
  record Choice(String id, String name, boolean isChosen) {}

  /** The same page in another language, by the name that the language calls itself. */
  record OtherLanguage(String tag, String name) {}

  String language() {
    return language;
  }

  String company() {
    return company.name().in(language);
  }

  String privacy() {
    return company.privacy();
  }

  String text(String key) {
    return texts.getString(key);
  }

  /** True if whoever reads here may say who they are, and ask for their data. */
  boolean isOwn() {
    return isOwn;
  }

  List<Entry> entries(DetailsForm form) {
    return DetailsForm.FIELDS.stream()
        .map(field ->
            new Entry(
                field,
                text("details." + field),
                form.typed().getOrDefault(field, ""),
                Optional.ofNullable(form.faults().get(field))
                    .map(fault -> text("fault." + fault))
                    .orElse("")))
        .toList();
  }

  List<Choice> topicChoices() {
    var names = new PlaybookVocabulary(playbook, language);
    return topics().stream()
        .map(topic ->
            new Choice(
                topic, names.word(Field.NEED, topic), !is(Field.SUBSCRIPTION + "." + topic, "no")))
        .toList();
  }

  List<Choice> paceChoices() {
    return Stream.concat(Stream.of(PreferenceForm.ANY_PACE), PreferenceForm.PACES.stream())
        .map(pace -> new Choice(pace, text("pace." + pace), is(Field.PACE, pace)))
        .toList();
  }

  List<OtherLanguage> otherLanguages() {
    return company.languages().stream()
        .filter(l -> !l.equals(language))
        .map(l -> new OtherLanguage(l, ownName(Locale.forLanguageTag(l))))
        .toList();
  }

  private boolean is(String field, String value) {
    return profile
        .value(field)
        .orElse(field.equals(Field.PACE) ? PreferenceForm.ANY_PACE : "")
        .equals(value);
  }

  private static String ownName(Locale language) {
    return language.getDisplayLanguage(language);
  }
}
