package dev.trellis.core.portrait;

import static dev.trellis.core.playbook.PortraitFields.CONFIDENCE;
import static dev.trellis.core.playbook.PortraitFields.INTEREST;
import static dev.trellis.core.playbook.PortraitFields.SHOWN;
import static dev.trellis.core.playbook.PortraitFields.SOURCE;

import module java.base;

import dev.trellis.core.condition.Value;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.profile.Field;

/** What a portrait answers when a condition asks for a field. */
record Answers(Portrait portrait, Scores scores) {

  Value to(String field) {
    return switch (field) {
      case "tag" -> portrait.drawnTags();
      case "fit" -> new Value.Amount(at -> scores.fitAt(at).points());
      case "total" -> new Value.Amount(at -> scores.totalAt(at).points());
      case "key" -> scores.keyWords(portrait.now());
      case "heat" -> scores.heatWord(portrait.now());
      case "activity" -> activity();
      case "intent" -> new Value.Amount(at -> scores.intentAt(at).points());
      case "activityGrade" -> grade();
      case "excluded" -> exclusions();
      case "unclassified" -> unclassified();
      case "returned" -> word(portrait.returned());
      case "isSQL" ->
          word(
              new SalesWord(portrait.profile(), portrait.playbook())
                  .isSql()
                  .map(is -> is ? "yes" : "no"));
      case "bant" -> bant();
      case "lastTouch" ->
          portrait
              .profile()
              .last()
              .<Value>map(last -> new Value.Moment(last.at(), portrait.playbook().company().days()))
              .orElse(new Value.Unknown());
      case Field.EMAIL -> words(portrait.profile().identities(IdentityType.EMAIL));
      case Field.MOBILE -> words(numbers());
      case Field.MAILBOX -> word(mailbox());
      case "wecom" -> words(portrait.profile().identities(IdentityType.WECOM));
      case "openid" -> words(portrait.profile().identities(IdentityType.OPENID));
      default -> toPrefixed(field);
    };
  }

  private Optional<String> mailbox() {
    return portrait
        .email()
        .flatMap(address -> portrait.profile().value(Field.mailbox(address)))
        .or(() -> portrait.profile().value(Field.MAILBOX));
  }

  // A number that was only typed counts as known as long as there is no other.
  private SortedSet<String> numbers() {
    var known = portrait.profile().identities(IdentityType.PHONE);
    return known.isEmpty() ? portrait.profile().names().claimed(IdentityType.PHONE) : known;
  }

  private Value toPrefixed(String field) {
    if (field.startsWith(INTEREST)) {
      var score = portrait.interest().get(field.substring(INTEREST.length()));
      return score == null ? new Value.Unknown() : new Value.Amount(_ -> score.points());
    } else if (field.startsWith(SHOWN)) {
      return shown(field, SHOWN, a -> Meaning.of(a, portrait.playbook()));
    } else if (field.startsWith(SOURCE)) {
      return shown(field, SOURCE, a -> words(Set.of(a.source().name().toLowerCase(Locale.ROOT))));
    } else if (field.startsWith(CONFIDENCE)) {
      return shown(field, CONFIDENCE, a -> new Value.Amount(_ -> a.confidencePercent() * 1000L));
    }
    if (field.startsWith(AccountTraits.PREFIX)) {
      return portrait.account().value(field);
    }
    return portrait
        .attributes()
        .counting(field)
        .map(a -> Meaning.of(a, portrait.playbook()))
        .orElse(new Value.Unknown());
  }

  private Value shown(String field, String prefix, Function<Attribute, Value> meaning) {
    return portrait
        .attributes()
        .shown(field.substring(prefix.length()))
        .map(meaning)
        .orElse(new Value.Unknown());
  }

  private Value activity() {
    return new Value.Amount(at -> scores.activityAt(at).points());
  }

  private Value grade() {
    var grades = portrait.playbook().tagScheme().grades();
    return ActivityGrade.reached(grades, portrait.activity())
        .<Value>map(g ->
            new Value.Words(
                Set.of(g.id()), _ -> ActivityGrade.mayChangeAt(grades, activity(), portrait.now())))
        .orElse(new Value.Unknown());
  }

  private Value exclusions() {
    return new Value.Words(
        portrait.exclusions(),
        ids ->
            portrait.playbook().accounts().exclusions().stream()
                .filter(e -> ids.isEmpty() || ids.contains(e.id()))
                .flatMap(e -> e.when().flips(portrait)));
  }

  private Value unclassified() {
    var condition = portrait.playbook().imports().unclassified();
    return new Value.Words(
        condition.holds(portrait) ? Set.of("yes") : Set.of(), _ -> condition.flips(portrait));
  }

  private Value bant() {
    var valid = portrait.playbook().tagScheme().bant().valid();
    return valid == null
        ? new Value.Unknown()
        : new Value.Words(
            Set.of(valid.holds(portrait) ? "valid" : "invalid"), _ -> valid.flips(portrait));
  }

  private static Value word(Optional<String> word) {
    return word.map(w -> words(Set.of(w))).orElse(new Value.Unknown());
  }

  private static Value words(Set<String> words) {
    return words.isEmpty() ? new Value.Unknown() : new Value.Words(words);
  }
}
