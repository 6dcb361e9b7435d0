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
record QuestionView(Question question, String language, Typed typed, String error) {

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

  /**
   * @param errorKey of the words that say what is wrong; null if nothing is
   */
  static QuestionView of(Question question, String language, Typed typed, String errorKey) {
    var error = errorKey == null ? "" : Words.in(language).say(errorKey);
    return new QuestionView(question, language, typed, error);
  }

  String id() {
    return question.id();
  }

  String label() {
    return question.label().in(language);
  }

  String hint() {
    return question.hint() == null ? "" : question.hint().in(language);
  }

  boolean isRequired() {
    return question.required();
  }

  boolean isWrong() {
    return !error.isEmpty();
  }

  /** The value of {@code aria-invalid}. */
  String invalid() {
    return isWrong() ? "true" : null;
  }

  boolean mustChoose() {
    return isRequired() && question.kind() == Kind.CHOICE;
  }

  String value() {
    return typed.first(id());
  }

  boolean isTicked() {
    return AnswerCheck.isTicked(value());
  }

  Shape shape() {
    return switch (question.kind()) {
      case TEXT, EMAIL, PHONE -> Shape.INPUT;
      case CHOICE -> question.options().size() > MOST_BUTTONS ? Shape.LIST : Shape.BUTTONS;
      case CHOICES -> Shape.BUTTONS;
      case CONSENT -> Shape.CONSENT;
    };
  }

  String type() {
    return switch (question.kind()) {
      case TEXT -> "text";
      case EMAIL -> "email";
      case PHONE -> "tel";
      case CHOICE -> "radio";
      case CHOICES, CONSENT -> "checkbox";
    };
  }

  /** What a browser may fill in by itself. */
  String autocomplete() {
    var isContact = question.kind() == Kind.EMAIL || question.kind() == Kind.PHONE;
    return question.autocomplete() == null && isContact ? type() : question.autocomplete();
  }

  String describedBy() {
    var hintId = hint().isEmpty() ? "" : "hint-" + id();
    var errorId = isWrong() ? "error-" + id() : "";
    var ids = (hintId + " " + errorId).strip();
    return ids.isEmpty() ? null : ids;
  }

  List<OptionView> options() {
    return shape() == Shape.LIST ? list() : buttons();
  }

  private List<OptionView> list() {
    var none = new OptionView("", Words.in(language).get("choose"), false);
    return Stream.concat(Stream.of(none), chosenOrNot()).toList();
  }

  // A radio button cannot be taken back, so a question that may stay open has an answer for that.
  private List<OptionView> buttons() {
    if (question.kind() != Kind.CHOICE || isRequired()) {
      return chosenOrNot().toList();
    }
    var isChosen = typed.all(id()).contains("");
    var none = new OptionView("", Words.in(language).get("noAnswer"), isChosen);
    return Stream.concat(chosenOrNot(), Stream.of(none)).toList();
  }

  private Stream<OptionView> chosenOrNot() {
    var chosen = typed.all(id());
    return question.options().stream()
        .map(option ->
            new OptionView(option.id(), option.label().in(language), chosen.contains(option.id())));
  }
}
