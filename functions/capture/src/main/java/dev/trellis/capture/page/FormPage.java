package dev.trellis.capture.page;

import module java.base;

import dev.trellis.capture.page.Frame.OtherLanguage;
import dev.trellis.core.event.Arrival;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Form.Question;
import dev.trellis.core.playbook.Occasion;
import dev.trellis.core.playbook.Playbook;

/** The landing page with its form: phone first, and whole without JavaScript. */
public final class FormPage {

  // Programs like to fill it in; browsers and password managers know nothing to fill in.
  private static final String HONEYPOT = "comments";

  /** What is wrong with one answer. */
  record Problem(String id, String label, String text) {}

  private final Playbook playbook;
  private final Pages pages;
  private final Languages languages;

  public FormPage(Playbook playbook, Pages pages, Languages languages) {
    this.playbook = playbook;
    this.pages = pages;
    this.languages = languages;
  }

  /** The field that people cannot see and machines fill in; none that the form asks for. */
  public static String honeypot(Form form) {
    var asked = form.questions().stream().map(Question::id).toList();
    var name = HONEYPOT;
    while (asked.contains(name)) {
      name += "-more";
    }
    return name;
  }

  public Response render(int status, Form form, FormState state) {
    var language = state.language();
    var title = form.title().in(language);
    var occasion = state.code().map(Code::event).map(playbook.occasions()::get);
    var isRefused = status != 200;
    var pageTitle = isRefused ? Words.in(language).get("errorTitle") + " · " + title : title;
    var frame = new Frame(playbook.company(), language, pageTitle, others(state));
    return pages.form(
        status,
        frame,
        out ->
            JteformGenerated.render(
                out,
                null,
                frame,
                form,
                state,
                occasion,
                offer(form, state),
                problems(form, state),
                questions(form, state)));
  }

  private List<QuestionView> questions(Form form, FormState state) {
    return form.questions().stream()
        .map(q -> QuestionView.of(q, state.language(), state.typed(), state.errors().get(q.id())))
        .toList();
  }

  private static List<Problem> problems(Form form, FormState state) {
    var words = Words.in(state.language());
    var problems = new ArrayList<Problem>();
    for (var question : form.questions()) {
      var error = state.errors().get(question.id());
      if (error != null) {
        var label = shortLabel(question, state.language());
        problems.add(new Problem(question.id(), label, words.say(error)));
      }
    }
    return problems;
  }

  /** A consent's label is a whole sentence. */
  private static String shortLabel(Question question, String language) {
    return question.kind() == Kind.CONSENT
        ? Words.in(language).get("consent")
        : question.label().in(language);
  }

  private List<OtherLanguage> others(FormState state) {
    var code = state.code().map(c -> "&code=" + c.id()).orElse("");
    var kiosk = state.isKiosk() ? "&kiosk=1" : "";
    var arrival = Arrival.parameters(state.arrival());
    return languages.others(state.language()).stream()
        .map(l -> new OtherLanguage(l, Languages.name(l), "?lang=" + l + code + kiosk + arrival))
        .toList();
  }

  /** Where it is, and when. */
  static String when(Occasion occasion, String language) {
    var date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Locale.forLanguageTag(language));
    return Stream.of(
            Optional.ofNullable(occasion.place()).map(p -> p.in(language)),
            Optional.ofNullable(occasion.date()).map(date::format))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private Optional<Content> offer(Form form, FormState state) {
    var ofCode = state.code().map(Code::content);
    return ofCode.or(() -> Optional.ofNullable(form.content())).flatMap(playbook::content);
  }
}
