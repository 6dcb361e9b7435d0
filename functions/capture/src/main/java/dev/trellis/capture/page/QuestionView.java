package dev.trellis.capture.page;

import dev.trellis.capture.form.AnswerCheck;
import dev.trellis.capture.form.Typed;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Form.Question;
import java.util.List;
import java.util.stream.Stream;

/**
 * One question as the form's template shows it, with what was typed and what is wrong with it. An
 * attribute that is null is left out.
 */
record QuestionView(
    String id,
    String label,
    String hint,
    String error,
    boolean isRequired,
    Shape shape,
    String type,
    String inputmode,
    String autocomplete,
    String value,
    boolean isTicked,
    String describedBy,
    List<OptionView> options) {

  /** More answers than this make a list that opens: a phone's page stays short. */
  private static final int MOST_BUTTONS = 6;

  /** What it looks like. */
  enum Shape {
    INPUT,
    LIST,
    BUTTONS,
    CONSENT
  }

  /** One answer to choose; {@code id} is empty for the answer that says nothing. */
  record OptionView(String id, String label, boolean isChosen) {
    boolean isOpen() {
      return id.isEmpty();
    }
  }

  boolean isWrong() {
    return !error.isEmpty();
  }

  /** The value of {@code aria-invalid}. */
  String invalid() {
    return isWrong() ? "true" : null;
  }

  boolean mustChoose() {
    return isRequired && type.equals("radio");
  }

  static QuestionView of(Question question, String language, Typed typed, String errorKey) {
    var words = Words.in(language);
    var kind = question.kind();
    var shape = shape(question);
    var id = question.id();
    var hint = question.hint() == null ? "" : question.hint().in(language);
    var error = errorKey == null ? "" : words.get(errorKey);
    return new QuestionView(
        id,
        question.label().in(language),
        hint,
        error,
        question.required(),
        shape,
        type(kind),
        inputmode(kind),
        autocomplete(question),
        typed.first(id),
        AnswerCheck.isTicked(typed.first(id)),
        describedBy(id, hint, error),
        switch (shape) {
          case LIST -> list(question, language, typed);
          case BUTTONS -> buttons(question, language, typed);
          case INPUT, CONSENT -> List.of();
        });
  }

  private static Shape shape(Question question) {
    return switch (question.kind()) {
      case TEXT, EMAIL, PHONE -> Shape.INPUT;
      case CHOICE -> question.options().size() > MOST_BUTTONS ? Shape.LIST : Shape.BUTTONS;
      case CHOICES -> Shape.BUTTONS;
      case CONSENT -> Shape.CONSENT;
    };
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case EMAIL -> "email";
      case PHONE -> "tel";
      case CHOICE -> "radio";
      case CHOICES, CONSENT -> "checkbox";
    };
  }

  private static String inputmode(Kind kind) {
    return switch (kind) {
      case EMAIL -> "email";
      case PHONE -> "tel";
      default -> "text";
    };
  }

  private static String autocomplete(Question question) {
    if (question.autocomplete() != null) {
      return question.autocomplete();
    }
    return switch (question.kind()) {
      case EMAIL -> "email";
      case PHONE -> "tel";
      default -> null;
    };
  }

  private static String describedBy(String id, String hint, String error) {
    var hintId = hint.isEmpty() ? "" : "hint-" + id;
    var errorId = error.isEmpty() ? "" : "error-" + id;
    var ids = (hintId + " " + errorId).strip();
    return ids.isEmpty() ? null : ids;
  }

  private static List<OptionView> list(Question question, String language, Typed typed) {
    var none = new OptionView("", Words.in(language).get("choose"), false);
    return Stream.concat(Stream.of(none), options(question, language, typed)).toList();
  }

  // A radio button cannot be taken back, so a question that may stay open has an answer for that.
  private static List<OptionView> buttons(Question question, String language, Typed typed) {
    var options = options(question, language, typed);
    if (question.kind() == Kind.CHOICE && !question.required()) {
      var isChosen = typed.all(question.id()).contains("");
      var label = Words.in(language).get("noAnswer");
      options = Stream.concat(options, Stream.of(new OptionView("", label, isChosen)));
    }
    return options.toList();
  }

  private static Stream<OptionView> options(Question question, String language, Typed typed) {
    var chosen = typed.all(question.id());
    return question.options().stream()
        .map(option ->
            new OptionView(option.id(), option.label().in(language), chosen.contains(option.id())));
  }
}
