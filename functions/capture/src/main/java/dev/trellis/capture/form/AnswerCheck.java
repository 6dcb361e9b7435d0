package dev.trellis.capture.form;

import module java.base;

import dev.trellis.capture.form.Checked.Accepted;
import dev.trellis.capture.form.Checked.Refused;
import dev.trellis.core.identity.Addressee;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.AnswerRule;
import dev.trellis.core.playbook.AnswerRule.Bad;
import dev.trellis.core.playbook.AnswerRule.Blank;
import dev.trellis.core.playbook.AnswerRule.Good;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Form.Option;
import dev.trellis.core.playbook.Form.Question;

/** Checks what was typed into one form and brings it into normal form. */
public final class AnswerCheck {

  /** The field that says for which address we asked already. */
  public static final String ASKED = "asked";

  private static final Set<String> TICKED = Set.of("yes", "on", "true", "1");

  private final AnswerRule rule;
  private final Typed typed;
  private final TreeMap<String, String> answers = new TreeMap<>();
  private final TreeSet<Identity> identities = new TreeSet<>();
  private final LinkedHashMap<String, String> errors = new LinkedHashMap<>();
  private int boxes;
  private int ticked;

  private AnswerCheck(Normalizer normalizer, Typed typed) {
    this.rule = new AnswerRule(normalizer);
    this.typed = typed;
  }

  public static Checked check(Form form, Typed typed, Normalizer normalizer) {
    var check = new AnswerCheck(normalizer, typed);
    form.questions().forEach(check::check);
    return check.errors.isEmpty()
        ? new Accepted(check.answers, check.identities, check.hasConsent())
        : new Refused(check.errors);
  }

  /**
   * What to ask before accepted answers are taken, as key of the words and what was probably meant,
   * by field; nothing about what was asked and sent again as it was.
   */
  public static Map<String, String> doubts(Form form, Typed typed) {
    var doubts = new LinkedHashMap<String, String>();
    for (var question : form.questions()) {
      var given = typed.first(question.id());
      if (question.kind() == Kind.EMAIL && !given.equals(typed.first(ASKED))) {
        LikelyTypo.meant(given.strip())
            .ifPresent(meant -> doubts.put(question.id(), "ask.domain " + meant));
      }
    }
    return doubts;
  }

  public static boolean isTicked(String value) {
    return TICKED.contains(value);
  }

  private boolean hasConsent() {
    return boxes > 0 && ticked == boxes;
  }

  private void check(Question question) {
    switch (question.kind()) {
      case TEXT, EMAIL, PHONE -> text(question);
      case CHOICE, CHOICES -> choice(question);
      case CONSENT -> consent(question);
    }
  }

  private void text(Question question) {
    var given = String.join(" ", typed.all(question.id()));
    switch (rule.judge(question.kind(), given)) {
      case Blank _ when question.required() -> errors.put(question.id(), "error.required");
      case Blank _ -> {}
      case Bad(var fault) ->
          errors.put(question.id(), "error." + fault.name().toLowerCase(Locale.ROOT));
      // Mail is what a form offers: who is told at once can give an address that it reaches.
      case Good(var text, _) when question.kind() == Kind.EMAIL && Addressee.needsSmtpUtf8(text) ->
          errors.put(question.id(), "error.letters");
      case Good(var text, var name) -> {
        answers.put(question.id(), text);
        name.ifPresent(identities::add);
      }
    }
  }

  private void choice(Question question) {
    var chosen = new HashSet<>(typed.all(question.id()));
    chosen.remove("");
    var known = question.options().stream().map(Option::id).collect(Collectors.toSet());
    if (!known.containsAll(chosen) || (question.kind() == Kind.CHOICE && chosen.size() > 1)) {
      errors.put(question.id(), "error.option");
    } else if (!chosen.isEmpty()) {
      answers.put(
          question.id(),
          question.options().stream()
              .map(Option::id)
              .filter(chosen::contains)
              .collect(Collectors.joining(",")));
    } else if (question.required()) {
      errors.put(question.id(), "error.choose");
    }
  }

  private void consent(Question question) {
    var isTicked = isTicked(typed.first(question.id()));
    boxes++;
    ticked += isTicked ? 1 : 0;
    if (question.required() && !isTicked) {
      errors.put(question.id(), "error.consent");
    }
  }
}
