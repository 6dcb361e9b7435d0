package dev.trellis.rehearsal.playtest;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Form.Option;
import dev.trellis.core.playbook.Form.Question;
import dev.trellis.playbook.yaml.Yaml;

/** What a test's person writes into a form; what the form asks for and the test leaves open. */
final class PlaytestAnswers {

  private static final String EMAIL = "lin.mei@example.cn";
  private static final String MOBILE = "+8613800138000";
  private static final String TEXT = "Example";

  private final Normalizer normalizer;

  PlaytestAnswers(Normalizer normalizer) {
    this.normalizer = normalizer;
  }

  TreeMap<String, String> read(Form form, Yaml place) {
    var told = new TreeMap<String, String>();
    for (var question : form.questions()) {
      if (question.required()) {
        usual(question).ifPresent(text -> told.put(question.id(), text));
      }
    }
    place
        .find("answers")
        .ifPresent(answers -> {
          answers.only(form.questions().stream().map(Question::id).toArray(String[]::new));
          form.questions().stream()
              .filter(q -> answers.find(q.id()).isPresent())
              .forEach(q -> told.put(q.id(), text(q, answers.get(q.id()))));
        });
    return told;
  }

  /** The names that a person gives away with the answers. */
  List<Identity> identities(Form form, TreeMap<String, String> told) {
    var all = new ArrayList<Identity>();
    for (var question : form.questions()) {
      Optional.ofNullable(told.get(question.id()))
          .flatMap(text -> identity(question, text))
          .ifPresent(all::add);
    }
    return all;
  }

  private String text(Question question, Yaml answer) {
    return switch (question.kind()) {
      case TEXT, CONSENT -> answer.text();
      case EMAIL, PHONE ->
          identity(question, answer.text())
              .map(Identity::value)
              .orElseGet(() -> {
                answer.problem("reaches nobody", "Write it like " + EMAIL + " or " + MOBILE);
                return "";
              });
      case CHOICE, CHOICES -> {
        var options = question.options().stream().map(Option::id).toList();
        var chosen = answer.isList() ? answer.list() : List.of(answer);
        yield String.join(",", chosen.stream().map(one -> one.oneOf(options)).toList());
      }
    };
  }

  private Optional<Identity> identity(Question question, String text) {
    return switch (question.kind()) {
      case EMAIL -> normalizer.email(text);
      case PHONE -> normalizer.phone(text);
      case TEXT, CHOICE, CHOICES, CONSENT -> Optional.empty();
    };
  }

  private static Optional<String> usual(Question question) {
    return switch (question.kind()) {
      case TEXT -> Optional.of(TEXT);
      case EMAIL -> Optional.of(EMAIL);
      case PHONE -> Optional.of(MOBILE);
      case CHOICE, CHOICES -> question.options().stream().map(Option::id).findFirst();
      case CONSENT -> Optional.empty();
    };
  }
}
