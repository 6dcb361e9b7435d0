package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Fields.Kind;
import dev.trellis.core.playbook.Form.Option;
import dev.trellis.core.playbook.Form.Question;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PortraitFields;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagDefinition.Computation;

/** Can anything in this playbook ever make a tag's computation succeed (R48)? */
record Possible(Playbook playbook) {

  private static final Set<String> SCORES = Set.of("activity", "fit", "intent");
  private static final Set<String> WORDS =
      Set.of("returned", "isSQL", "excluded", "unclassified", "stage");

  boolean is(TagDefinition tag, Computation way) {
    return switch (way) {
      case Computation.Carried _ -> content(c -> c.tags().contains(tag.id()));
      case Computation.Told(String field, var words) ->
          words.stream().anyMatch(word -> canBe(field, word));
      case Computation.When(Condition when) -> canHold(when);
      case Computation.Did did -> !did.behaviours().isEmpty();
      case Computation.Read read -> content(read::takes);
      case Computation.Otherwise _ -> true;
    };
  }

  private boolean canHold(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().allMatch(this::canHold);
      case Condition.Any any -> any.parts().stream().anyMatch(this::canHold);
      case Condition.Not _ -> true;
      case Condition.Leaf(String field, Condition.Test test) -> canPass(field, test);
    };
  }

  private boolean canPass(String field, Condition.Test test) {
    return switch (test) {
      case Condition.Known(boolean known) -> !known || isTold(field);
      case Condition.In(var words) -> words.stream().anyMatch(word -> canBe(field, word));
      case Condition.Within _, Condition.OlderThan _ ->
          field.equals("lastTouch") || isOf(field, Kind.DATE) || isOf(field, Kind.PLAN);
      case Condition.AtLeast _ ->
          SCORES.contains(field)
              || field.startsWith(PortraitFields.CONFIDENCE)
              || isInterest(field)
              || isOf(field, Kind.NUMBER);
    };
  }

  private boolean isOf(String field, Kind kind) {
    return isTold(field) && playbook.fields().kind(field) == kind;
  }

  private boolean isInterest(String field) {
    return field.startsWith(PortraitFields.INTEREST)
        && content(c -> field.equals(PortraitFields.INTEREST + c.topic()));
  }

  private boolean canBe(String field, String word) {
    return switch (field) {
      case "activityGrade" ->
          playbook.tagScheme().grades().stream().anyMatch(g -> g.id().equals(word));
      case "bant" -> playbook.tagScheme().bant().valid() != null;
      default -> PortraitFields.isReserved(field) ? isTold(field) : canAnswer(field, word);
    };
  }

  // A field's options are all that it can be; without any, forms and the CRM may say more.
  private boolean canAnswer(String field, String word) {
    var options =
        playbook
            .fields()
            .find(field)
            .map(f -> f.options())
            .filter(o -> !o.isEmpty())
            .or(() -> asked(field).map(Question::options).filter(o -> !o.isEmpty()));
    return options.map(o -> has(o, word)).orElseGet(() -> isTold(field));
  }

  private static boolean has(Collection<Option> options, String word) {
    return options.stream().anyMatch(o -> o.id().equals(word));
  }

  private boolean isTold(String field) {
    return WORDS.contains(field)
        || SCORES.contains(field)
        || field.equals("lastTouch")
        || Stream.of(PortraitFields.SHOWN, PortraitFields.SOURCE, PortraitFields.CONFIDENCE)
            .anyMatch(field::startsWith)
        || playbook.fields().find(field).isPresent()
        || asked(field).isPresent()
        || playbook.crmSources().values().stream().anyMatch(s -> s.fields().containsValue(field));
  }

  private Optional<Question> asked(String field) {
    return playbook.forms().values().stream()
        .flatMap(f -> f.questions().stream())
        .filter(q -> q.id().equals(field))
        .findFirst();
  }

  private boolean content(Predicate<Content> is) {
    return playbook.contents().values().stream().anyMatch(is);
  }
}
