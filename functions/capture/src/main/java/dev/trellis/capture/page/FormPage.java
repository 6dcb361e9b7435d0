package dev.trellis.capture.page;

import dev.trellis.capture.page.FormView.Offer;
import dev.trellis.capture.page.FormView.Problem;
import dev.trellis.capture.page.Frame.OtherLanguage;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Form.Question;
import dev.trellis.core.playbook.Occasion;
import dev.trellis.core.playbook.Playbook;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The landing page with its form: phone first, and whole without JavaScript. */
public final class FormPage {

  private static final List<String> HONEYPOTS = List.of("website", "homepage", "fax");

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
    return HONEYPOTS.stream()
        .filter(name -> form.questions().stream().noneMatch(q -> q.id().equals(name)))
        .findFirst()
        .orElseThrow();
  }

  public Response render(int status, Form form, FormState state) {
    var language = state.language();
    var title = form.title().in(language);
    var occasion = state.code().map(Code::event).map(playbook.occasions()::get);
    var view =
        new FormView(
            form.id(),
            title,
            form.intro() == null ? "" : form.intro().in(language),
            form.submit().in(language),
            occasion.map(o -> o.name().in(language)).orElse(""),
            occasion.map(o -> when(o, language)).orElse(""),
            offer(form, state),
            state.isStale(),
            problems(form, state),
            state.nonce(),
            state.code().map(Code::id).orElse(""),
            state.isKiosk(),
            honeypot(form),
            questions(form, state));
    var isRefused = status != 200;
    var pageTitle = isRefused ? Words.in(language).get("errorTitle") + " · " + title : title;
    return pages.form(status, language, pageTitle, others(state), view);
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
        problems.add(new Problem(question.id(), label, words.get(error)));
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
    return languages.others(state.language()).stream()
        .map(l -> new OtherLanguage(l, Languages.name(l), "?lang=" + l + code + kiosk))
        .toList();
  }

  private static String when(Occasion occasion, String language) {
    var date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Locale.forLanguageTag(language));
    return Stream.of(
            Optional.ofNullable(occasion.place()).map(p -> p.in(language)),
            Optional.ofNullable(occasion.date()).map(date::format))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private Optional<Offer> offer(Form form, FormState state) {
    var ofCode = state.code().map(Code::content);
    return ofCode
        .or(() -> Optional.ofNullable(form.content()))
        .flatMap(playbook::content)
        .map(content -> offer(content, state.language()));
  }

  private static Offer offer(Content content, String language) {
    return new Offer(
        Words.in(language).kindOf(content),
        content.title().in(language),
        content.summary() == null ? "" : content.summary().in(language));
  }
}
