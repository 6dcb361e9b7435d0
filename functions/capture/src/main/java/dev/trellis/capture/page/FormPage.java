package dev.trellis.capture.page;

import dev.trellis.capture.form.AnswerCheck;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    var words = Words.in(language);
    var title = form.title().in(language);
    var model = new HashMap<String, Object>();
    model.put("form", form.id());
    model.put("heading", title);
    model.put("intro", form.intro() == null ? "" : form.intro().in(language));
    model.put("submit", form.submit().in(language));
    model.put("questions", questions(form, state));
    model.put("problems", problems(form, state));
    model.put("hasProblems", !state.errors().isEmpty());
    model.put("stale", state.isStale() ? words.get("error.stale") : "");
    model.put("nonce", state.nonce());
    model.put("code", state.code().map(Code::id).orElse(""));
    model.put("kiosk", state.isKiosk());
    model.put("honeypot", honeypot(form));
    model.put("longest", AnswerCheck.LONGEST);
    model.put("languages", otherLanguages(state));
    occasion(state).ifPresent(o -> model.put("occasion", occasion(o, language)));
    offer(form, state).ifPresent(c -> model.put("offer", offer(c, language)));
    var pageTitle = status == 200 ? title : words.get("errorTitle") + " · " + title;
    return pages.page(status, "form", language, pageTitle, model);
  }

  private List<QuestionView> questions(Form form, FormState state) {
    return form.questions().stream()
        .map(q -> QuestionView.of(q, state.language(), state.typed(), state.errors().get(q.id())))
        .toList();
  }

  private static List<Map<String, String>> problems(Form form, FormState state) {
    var words = Words.in(state.language());
    var problems = new ArrayList<Map<String, String>>();
    for (var question : form.questions()) {
      var error = state.errors().get(question.id());
      if (error != null) {
        problems.add(
            Map.of(
                "id", question.id(),
                "label", shortLabel(question, state.language()),
                "text", words.get(error)));
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

  private List<Map<String, String>> otherLanguages(FormState state) {
    var code = state.code().map(c -> "&code=" + c.id()).orElse("");
    var kiosk = state.isKiosk() ? "&kiosk=1" : "";
    return languages.others(state.language()).stream()
        .map(l -> Map.of("tag", l, "name", Languages.name(l), "query", "?lang=" + l + code + kiosk))
        .toList();
  }

  private Optional<Occasion> occasion(FormState state) {
    return state.code().map(Code::event).map(playbook.occasions()::get);
  }

  private static Map<String, String> occasion(Occasion occasion, String language) {
    var date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Locale.forLanguageTag(language));
    var when =
        Stream.of(
                Optional.ofNullable(occasion.place()).map(p -> p.in(language)),
                Optional.ofNullable(occasion.date()).map(date::format))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" · "));
    return Map.of("name", occasion.name().in(language), "when", when);
  }

  private Optional<Content> offer(Form form, FormState state) {
    var ofCode = state.code().map(Code::content);
    return ofCode.or(() -> Optional.ofNullable(form.content())).flatMap(playbook::content);
  }

  private static Map<String, String> offer(Content content, String language) {
    return Map.of(
        "kind", Words.in(language).kindOf(content),
        "title", content.title().in(language),
        "summary", content.summary() == null ? "" : content.summary().in(language));
  }
}
